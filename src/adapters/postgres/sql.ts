/**
 * How this room talks to its database: raw SQL through Kysely, the same text for a served and an embedded Postgres.
 *
 * Every value is cast where it stands (`${limit}::int`), since the two drivers describe parameters differently. Lists
 * of rows travel as one JSON text, so that a batch of any size is one statement.
 */
import { type Kysely, type RawBuilder, sql } from 'kysely';

export type Db = Kysely<unknown>;

export async function rows<T>(db: Db, query: RawBuilder<T>): Promise<T[]> {
  return (await query.execute(db)).rows;
}

export async function first<T>(db: Db, query: RawBuilder<T>): Promise<T | null> {
  return (await query.execute(db)).rows[0] ?? null;
}

/** An interval of this many milliseconds. */
export const span = (ms: number): RawBuilder<unknown> => sql`(${ms}::float8 * interval '1 millisecond')`;

/**
 * Text that Postgres takes. U+0000 is refused there (SQLSTATE 22021) and half a surrogate pair is no UTF-8. Both become
 * U+FFFD instead of vanishing, so that offsets into a body stay right.
 */
export const clean = (text: string): string => text.replaceAll('\0', '\uFFFD').toWellFormed();

export const cleanOrNull = (text: string | null | undefined): string | null =>
  text === null || text === undefined ? null : clean(text);

/** A value as JSON text for a jsonb parameter. Always text: `pg` would turn a bare array into a Postgres array. */
export function json(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, part: unknown) =>
    typeof part === 'string' ? clean(part) : part,
  );
}

/** Names of what is done by one process at a time, as keys of advisory locks. */
const LOCKS = { migrate: 1, file: 2, sync: 3, purge: 4 };
const LOCK_SPACE = 7_119_001;

/** Waits for a lock that the end of the transaction gives back. */
export const lock = (name: keyof typeof LOCKS): RawBuilder<unknown> =>
  sql`select pg_advisory_xact_lock(${LOCK_SPACE}::int, ${LOCKS[name]}::int)`;
