/**
 * `npm run bench -- line`: pages a second of the whole line beside others that do less, interleaved in one run.
 *
 * One core serves, the other runs the subjects in turn, each over all pages, three rounds; medians and ratios are
 * printed. The line fetches politely, reads, recognizes and files every page; CheerioCrawler and Scrapy read the title;
 * undici only drains.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onCore, onceCommand } from './fleet/command.ts';

const HOSTS = 20;
const PAGES = 6;
const KILOBYTES = 60;
const ROUNDS = 3;

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

interface Subject {
  name: string;
  run(folder: string): { pages: number; seconds: number } | null;
}

export async function main(args: string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pactwire-bench-'));
  const { server, port } = await startServer();
  try {
    const addresses = Array.from({ length: HOSTS }, (_, i) => `127.90.0.${i + 1}:${port}`);
    const urls = addresses.flatMap((host) =>
      Array.from({ length: PAGES }, (_, page) => `http://${host}/news/2026/${page}.html`),
    );
    writeFileSync(join(folder, 'urls.txt'), urls.join('\n'));
    writeConfig(folder, addresses);
    const rates = measure(folder);
    print(rates, args.includes('--json'));
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startServer(): Promise<{ server: ChildProcess; port: number }> {
  const [program = '', ...rest] = onCore(0, [
    process.execPath,
    here('line/server.ts'),
    String(HOSTS),
    String(PAGES),
    String(KILOBYTES),
  ]);
  const server = spawn(program, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<number>((resolve) =>
    server.stdout?.once('data', (data: Buffer) => resolve(Number(String(data).trim()))),
  );
  return { server, port };
}

function writeConfig(folder: string, addresses: string[]): void {
  const sources = join(folder, 'config', 'sources');
  mkdirSync(sources, { recursive: true });
  const entry = (host: string, i: number) =>
    `- id: bench-${i}\n  url: http://${host}/\n  region: CN\n  kind: press\n  delay: 0ms\n`;
  writeFileSync(join(sources, 'bench.yaml'), addresses.map(entry).join(''));
}

function output(command: string[], env: NodeJS.ProcessEnv = process.env): string | null {
  const [program = '', ...rest] = onCore(1, command);
  const done = spawnSync(program, rest, { encoding: 'utf8', env, maxBuffer: 64 * 1024 * 1024 });
  if (done.status !== 0 && !done.stdout)
    console.error(done.stderr || `${command.join(' ')}: exit ${done.status}`);
  return done.stdout || null;
}

function pair(text: string | null): { pages: number; seconds: number } | null {
  const [pages, seconds] = (text ?? '').trim().split(/\s+/).map(Number);
  return pages && seconds ? { pages, seconds } : null;
}

const SUBJECTS: Subject[] = [
  {
    name: 'pactwire',
    run(folder) {
      const data = join(folder, `data-${Math.random().toString(36).slice(2)}`);
      const text = output(onceCommand(folder, data), {
        ...process.env,
        PACTWIRE_ALLOW_NETWORKS: '127.90.0.0/16',
        LOG_LEVEL: 'error',
      });
      rmSync(data, { recursive: true, force: true });
      if (!text) return null;
      const summary = JSON.parse(text) as { articles: number; seconds: number };
      return { pages: summary.articles, seconds: summary.seconds };
    },
  },
  {
    name: 'CheerioCrawler titles',
    run: (folder) =>
      pair(output([process.execPath, here('line/cheerio-titles.ts'), join(folder, 'urls.txt')])),
  },
  {
    name: 'Scrapy titles',
    run: (folder) =>
      pair(output(['/usr/bin/python3', here('line/scrapy-titles.py'), join(folder, 'urls.txt')])),
  },
  {
    name: 'undici drain',
    run: (folder) => pair(output([process.execPath, here('line/undici-drain.ts'), join(folder, 'urls.txt')])),
  },
];

function measure(folder: string): Map<string, { rate: number; pages: number }[]> {
  const rates = new Map<string, { rate: number; pages: number }[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const subject of SUBJECTS) {
      const run = subject.run(folder);
      if (run)
        rates.set(subject.name, [
          ...(rates.get(subject.name) ?? []),
          { rate: run.pages / run.seconds, pages: run.pages },
        ]);
    }
  }
  return rates;
}

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function print(rates: Map<string, { rate: number; pages: number }[]>, json: boolean): void {
  const ours = median((rates.get('pactwire') ?? []).map(({ rate }) => rate));
  for (const { name } of SUBJECTS) {
    const runs = rates.get(name);
    if (!runs) {
      console.error(`${name}: not measured (not installed, or it failed)`);
      continue;
    }
    const rate = median(runs.map((run) => run.rate));
    const row = { bench: 'line', case: `${HOSTS}x${PAGES} pages of ${KILOBYTES} KB`, subject: name };
    if (json) {
      console.log(
        JSON.stringify({ ...row, metric: 'pages per second', value: round(rate), unit: 'pages/s' }),
      );
      console.log(
        JSON.stringify({ ...row, metric: 'ratio of pactwire', value: round(ours / rate), unit: 'ratio' }),
      );
    } else {
      const pages = median(runs.map((run) => run.pages));
      console.log(
        `${name.padEnd(22)} ${rate.toFixed(0).padStart(6)} pages/s  ${pages} pages  pactwire/this ${(ours / rate).toFixed(2)}`,
      );
    }
  }
}

const round = (value: number): number => Math.round(value * 1_000) / 1_000;
