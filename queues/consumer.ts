/**
 * Works on a queue; the one place where a failure becomes an outcome for BullMQ.
 *
 *   fate retry          thrown: BullMQ's attempts, after the wait that the failure names or a growing one
 *   fate later, NotYet  moved to delayed: no attempt used
 *   fate never          unrecoverable: ended
 *   payload not valid   unrecoverable: a malformed job ends instead of looping
 *   told to stop        given back at once: no attempt used
 *   anything else       a mistake of ours: BullMQ's attempts, then ended
 *
 * A worker that dies is noticed by its lock: the job runs again after 4 to 7 s, what is left of the lock and up
 * to one check. An event loop that is held up for less than 4 s keeps its jobs.
 */
import { DelayedError, type Job, UnrecoverableError, Worker, type WorkerOptions } from 'bullmq';
import { NotYet, VisitFailure } from '../src/domain/failure.ts';
import { clockAheadMs, onPostgres, PREFIX, prepare, type QueueConnection } from './connection.ts';
import type { QueueDefinition } from './definition.ts';

export interface Turn {
  /** 1 for the first run. */
  attempt: number;
  lastAttempt: boolean;
  /** Aborted when the job shall stop: the process is told to end. */
  signal: AbortSignal;
}

export interface Ended<P> {
  /** Name of the queue. */
  name: string;
  /** Null when the payload was not valid. */
  payload: P | null;
  /** Null: the job completed. */
  error: Error | null;
}

export interface ConsumerOptions<P> {
  concurrency: number;
  work(payload: P, turn: Turn): Promise<unknown>;
  /** Called once for each job that ended in this process, for good: completed, or failed for the last time. */
  onEnd?(end: Ended<P>): void;
  /** Trouble with the connection, a lost lock: nothing to be done, but worth a line in the log. */
  onTrouble?(error: Error): void;
}

export interface Consumer {
  name: string;
  /** Jobs in hand now. */
  inHand(): number;
  /** Takes no more jobs and waits for those in hand; what is not done after 18 s goes back. Over within 25 s. */
  close(): Promise<void>;
}

const LOCK_MS = 6_000;
const LOCK_RENEW_MS = 2_000;
const STALLED_CHECK_MS = 1_000;
/** A job whose worker died this often is taken to be what kills it. */
const MOST_STALLS = 3;
const FINISH_MS = 18_000;
const CLOSE_MS = 25_000;
const CLOCK_CHECK_MS = 60_000;
/** Waits of retries for which nobody named a time: 2, 4, 8 ... s, at most 2 minutes. */
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 120_000;
/** With a clock that is ahead, jobs come back early: they are held this long, or the worker would spin. */
const EARLY_HOLD_MS = 250;

export async function consumer<P extends object>(
  definition: QueueDefinition<P>,
  connection: QueueConnection,
  options: ConsumerOptions<P>,
): Promise<Consumer> {
  await prepare(connection);
  const running = new Running(definition, options, await clockAheadMs(connection));
  const worker = workerOn(connection, running, options.concurrency);
  worker.on('error', (error) => options.onTrouble?.(error));
  worker.on('completed', (job) => running.ended(job, null));
  worker.on('failed', (job, error) => {
    if (job && job.finishedOn !== undefined) running.ended(job, error);
  });
  // A worker whose first connection breaks before it is ready never takes a job, and says nothing.
  await worker.waitUntilReady();
  const clock = setInterval(() => {
    // A server out of reach is the connection's trouble; the offset known last goes on holding.
    clockAheadMs(connection).then(
      (ahead) => {
        running.aheadMs = ahead;
      },
      () => undefined,
    );
  }, CLOCK_CHECK_MS);
  clock.unref();
  return {
    name: definition.name,
    inHand: () => running.inHand,
    close: async () => {
      clearInterval(clock);
      await closeWorker(worker, running);
    },
  };
}

/** What of a BullMQ worker is the same on each backend. */
type BareWorker = Pick<Worker, 'on' | 'close' | 'cancelAllJobs' | 'waitUntilReady'>;

function workerOn<P extends object>(
  connection: QueueConnection,
  running: Running<P>,
  concurrency: number,
): BareWorker {
  const options: Omit<WorkerOptions, 'connection'> = {
    concurrency,
    lockDuration: LOCK_MS,
    lockRenewTime: LOCK_RENEW_MS,
    stalledInterval: STALLED_CHECK_MS,
    maxStalledCount: MOST_STALLS,
    settings: { backoffStrategy: (made, _type, error) => running.backoff(made, error) },
  };
  // Three parameters: BullMQ hands the signal only to a function that declares it.
  const run = (job: Job, token?: string, signal?: AbortSignal) => running.run(job, token, signal);
  const { name } = running.definition;
  if (connection.kind === 'redis')
    return new Worker(name, run, { ...options, connection: connection.redis, prefix: PREFIX });
  const [place, backend] = onPostgres(connection);
  return new Worker(name, run, { ...options, ...place }, backend) as unknown as BareWorker;
}

async function closeWorker(worker: BareWorker, running: { closing: boolean }): Promise<void> {
  running.closing = true;
  const cancel = setTimeout(() => worker.cancelAllJobs('the process is told to end'), FINISH_MS);
  const { promise, resolve } = Promise.withResolvers<void>();
  // A server out of reach must not keep the process: locks run out, and the jobs run elsewhere.
  const giveUp = setTimeout(resolve, CLOSE_MS);
  await Promise.race([worker.close(), promise]);
  clearTimeout(cancel);
  clearTimeout(giveUp);
}

/** Jobs of one consumer while they run. */
class Running<P extends object> {
  readonly definition: QueueDefinition<P>;
  readonly #options: ConsumerOptions<P>;
  closing = false;
  inHand = 0;
  aheadMs: number;

  constructor(definition: QueueDefinition<P>, options: ConsumerOptions<P>, aheadMs: number) {
    this.definition = definition;
    this.#options = options;
    this.aheadMs = aheadMs;
  }

  async run(job: Job, token: string | undefined, signal: AbortSignal | undefined): Promise<null> {
    const read = this.definition.payload.safeParse(job.data);
    if (!read.success) throw new UnrecoverableError(`the payload is not valid: ${read.error.message}`);
    this.inHand += 1;
    try {
      const attempt = job.attemptsMade + 1;
      await this.#options.work(read.data, {
        attempt,
        lastAttempt: attempt >= this.definition.attempts,
        signal: signal ?? new AbortController().signal,
      });
      return null;
    } catch (error) {
      const waitMs = this.#waitOf(error, signal);
      if (waitMs !== null) await this.#giveBack(job, { waitMs, token });
      if (error instanceof VisitFailure && error.fate === 'never')
        throw new UnrecoverableError(error.message);
      throw error;
    } finally {
      this.inHand -= 1;
    }
  }

  /** Milliseconds after which the job shall come again at no cost; null when it shall not. */
  #waitOf(error: unknown, signal: AbortSignal | undefined): number | null {
    if (this.closing && signal?.aborted) return 0;
    if (error instanceof NotYet) return error.waitMs;
    if (error instanceof VisitFailure && error.fate === 'later') return error.waitMs ?? FIRST_RETRY_MS;
    return null;
  }

  async #giveBack(
    job: Job,
    { waitMs, token }: { waitMs: number; token: string | undefined },
  ): Promise<never> {
    const held = this.aheadMs > 0 ? Math.min(EARLY_HOLD_MS, waitMs) : 0;
    if (held > 0) await new Promise((resolve) => setTimeout(resolve, held));
    await job.moveToDelayed(Math.ceil(Date.now() - this.aheadMs + waitMs - held), token);
    throw new DelayedError();
  }

  /** Milliseconds before the next attempt. */
  backoff(made: number, error: Error | undefined): number {
    const named = error instanceof VisitFailure ? error.waitMs : null;
    const waitMs = named ?? Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (made - 1));
    return Math.max(0, Math.ceil(waitMs - this.aheadMs));
  }

  ended(job: Job, error: Error | null): void {
    const read = this.definition.payload.safeParse(job.data);
    this.#options.onEnd?.({ name: this.definition.name, payload: read.success ? read.data : null, error });
  }
}
