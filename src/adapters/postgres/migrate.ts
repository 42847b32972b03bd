/**
 * Brings a database to the shape that this version needs: numbered plain SQL files, each run once, in order.
 *
 * One transaction for all of them, under a lock, so that several processes may start at once on an empty database.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Runs a text of one or more statements without parameters and returns the rows of the last. */
export type RunSql = (text: string) => Promise<Record<string, unknown>[]>;

const FOLDER = join(import.meta.dirname, 'migrations');
const LOCK = 'select pg_advisory_xact_lock(7119001, 1)';
const RECORD = `create table if not exists pactwire_migrations (
  number integer primary key, name text not null, applied_at timestamptz not null default now())`;

/** Applies what is missing; refuses a database that a newer version has migrated. `run` is inside a transaction. */
export async function migrate(run: RunSql): Promise<void> {
  await run(LOCK);
  await run('set local search_path = public; set local client_min_messages = warning');
  await run(RECORD);
  const done = new Set(
    (await run('select number from pactwire_migrations')).map((row) => Number(row.number)),
  );
  const files = migrationFiles();
  const newest = Math.max(0, ...done);
  if (newest > files.length) {
    throw new Error(
      `the database was migrated by a newer version of Pactwire (${newest}, this one knows ${files.length}): upgrade`,
    );
  }
  for (const { number, name, path } of files) {
    if (done.has(number)) continue;
    await run(readFileSync(path, 'utf8'));
    await run(`insert into pactwire_migrations (number, name) values (${number}, '${name}')`);
  }
}

/** `0001_frontier.sql` …, without gaps. */
function migrationFiles(): { number: number; name: string; path: string }[] {
  const names = readdirSync(FOLDER).filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name));
  return names.sort().map((name, i) => {
    const number = Number(name.slice(0, 4));
    if (number !== i + 1) throw new Error(`migrations have a gap before ${name}`);
    return { number, name: name.slice(5, -4), path: join(FOLDER, name) };
  });
}
