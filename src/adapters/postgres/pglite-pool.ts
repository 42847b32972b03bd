/**
 * The embedded database as the small part of a `pg` pool that BullMQ's Postgres backend uses.
 *
 * Every "client" is the same single connection, so notifications are kept apart by client here. Each queue operation
 * is one statement (a stored function); only BullMQ's migrations open a transaction, before anything else runs.
 */
import { EventEmitter } from 'node:events';
import type { PGlite } from '@electric-sql/pglite';

interface Result<R> {
  rows: R[];
  rowCount: number;
}

/** BullMQ's statements open with comment lines, behind which LISTEN would not be seen. */
const LEADING_COMMENTS = /^\s*(?:--[^\n]*\n\s*)+/;
const LISTENING = /^\s*(LISTEN|UNLISTEN)\s+"?([^";\s]+)"?/i;
const SEVERAL = /;\s*\S/;

export class PgliteClient extends EventEmitter {
  readonly #db: PGlite;
  readonly #subscriptions = new Map<string, () => Promise<void>>();

  constructor(db: PGlite) {
    super();
    this.#db = db;
  }

  async query<R = Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<Result<R>> {
    const text = sql.replace(LEADING_COMMENTS, '');
    const listening = LISTENING.exec(text);
    if (listening) return this.#listening(listening);
    if (!values?.length && SEVERAL.test(text)) {
      const last = (await this.#db.exec(text)).at(-1);
      return { rows: (last?.rows ?? []) as R[], rowCount: last?.affectedRows ?? 0 };
    }
    const { rows, affectedRows } = await this.#db.query<R>(text, values ? [...values] : []);
    return { rows, rowCount: affectedRows || rows.length };
  }

  async #listening([, verb = '', channel = '']: RegExpExecArray): Promise<Result<never>> {
    await this.#subscriptions.get(channel)?.();
    this.#subscriptions.delete(channel);
    if (verb.toUpperCase() === 'LISTEN') {
      const tell = (payload: string) => this.emit('notification', { channel, payload });
      this.#subscriptions.set(channel, await this.#db.listen(`"${channel}"`, tell));
    }
    return { rows: [], rowCount: 0 };
  }

  release(): void {
    this.removeAllListeners();
    const ends = [...this.#subscriptions.values()];
    this.#subscriptions.clear();
    // A database that is closing has no subscriptions left to end.
    for (const end of ends) end().catch(() => undefined);
  }
}

export class PglitePool extends EventEmitter {
  /** Read by BullMQ: nothing to keep alive here. */
  readonly options = { keepAlive: true };
  /** Told to the queues: one process, one connection, and jobs found in it are those of a process that ended. */
  readonly embedded = true;
  readonly #db: PGlite;

  constructor(db: PGlite) {
    super();
    this.#db = db;
    this.setMaxListeners(0); // every queue and worker listens for errors of the pool that they share
  }

  query<R = Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<Result<R>> {
    return new PgliteClient(this.#db).query<R>(sql, values);
  }

  async connect(): Promise<PgliteClient> {
    return new PgliteClient(this.#db);
  }

  /** The store owns the database and closes it. */
  async end(): Promise<void> {
    await Promise.resolve();
  }
}
