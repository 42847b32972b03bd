/**
 * `npm run demo`: six small news sites on loopback, the real job against them, the dashboard open.
 *
 * `--once` ends after the first round with the summary (for tests); otherwise it runs until Ctrl-C.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoSources, startDemoWorld } from './sites.ts';

const PACTWIRE = fileURLToPath(new URL('../../src/main/pactwire.ts', import.meta.url));

async function main(args: string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'pactwire-demo-'));
  const world = await startDemoWorld();
  const config = join(folder, 'config');
  mkdirSync(join(config, 'sources'), { recursive: true });
  writeFileSync(join(config, 'sources', 'demo.yaml'), demoSources(world));
  console.log(`Demo world: ${world.sites.map(({ id, url }) => `${id} ${url}`).join('\n            ')}`);
  const common = ['--config', config, '--data', join(folder, 'data')];
  const env = {
    ...process.env,
    PACTWIRE_ALLOW_NETWORKS: '127.0.0.0/8',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
  };
  const run = (...command: string[]) =>
    spawn(process.execPath, [PACTWIRE, ...command, ...common], { env, stdio: 'inherit' });
  try {
    if (args.includes('--once')) return await end(run('once'));
    const up = run('up');
    process.once('SIGINT', () => up.kill('SIGINT')).once('SIGTERM', () => up.kill('SIGTERM'));
    await end(run('once'));
    await end(run('agreements'));
    console.log('The dashboard stays open. Ctrl-C ends the demo.');
    return await end(up);
  } finally {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function end(child: ReturnType<typeof spawn>): Promise<number> {
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 0)));
}

process.exitCode = await main(process.argv.slice(2));
