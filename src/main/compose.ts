/**
 * Builds the adapters once and closes them once; the only place that knows all of them.
 */
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { pid } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { QueueConnection } from '../../queues/define-queue.ts';
import { allowPublicAnd } from '../adapters/guard/allow.ts';
import { cachedLookup, resolverOver, systemLookup } from '../adapters/guard/lookup.ts';
import { type OpenStore, openStore } from '../adapters/postgres/open.ts';
import { webhookClient } from '../adapters/webhook/webhook-client.ts';
import { canonicalize } from '../addresses/canonicalize.ts';
import type { ArticleText, Report } from '../domain/report.ts';
import type { Source } from '../domain/source.ts';
import { type Config, keepLastGood } from '../settings/config.ts';
import type { Environment } from '../settings/environment.ts';
import type { DeliverDeps } from '../stages/deliver.ts';
import type { ImportDeps } from '../stages/import-document.ts';
import type { TryDeps } from '../stages/try-source.ts';
import type { ListingDeps } from '../stages/visit-listing.ts';
import type { PageDeps } from '../stages/visit-page.ts';
import { lazyBrowser, lazyFetcher } from './lazy-fetcher.ts';
import { PlanKeeper } from './plan-keeper.ts';

export type StageDeps = ListingDeps & PageDeps & ImportDeps & TryDeps & DeliverDeps;

export interface Composed {
  store: OpenStore;
  /** Connects at the first call: a question to the ledger needs no queue. Throws `ServiceUnreachable` for Redis. */
  connection(): Promise<QueueConnection>;
  deps: StageDeps;
  /** Name of this process in the fleet. */
  worker: string;
  plans: PlanKeeper;
  /** Pages that this process reads at once. */
  atOnce: number;
  config(): Config;
  /** Takes a reloaded config over: bad entries keep their last good form. */
  reload(next: Config): Config;
  close(): Promise<void>;
}

export interface ComposeAsk {
  environment: Environment;
  dataDir: string;
  config: Config;
  recognize(article: ArticleText): Report;
}

/** The cap on decoded bytes and the wall clock of one request. */
const LIMITS = { maxBytes: 8 * 1024 * 1024, timeoutMs: 30_000 };

/** Throws `DataDirBusy` when another process holds the data folder, `ServiceUnreachable` for Postgres. */
export async function compose(ask: ComposeAsk): Promise<Composed> {
  const { databaseUrl } = ask.environment;
  return assemble(ask, await openStore({ databaseUrl, dataDir: ask.dataDir }));
}

function assemble(ask: ComposeAsk, store: OpenStore): Composed {
  const { environment } = ask;
  const closers: (() => Promise<void>)[] = [() => store.close()];
  const worker = `${hostname()}-${pid}-${randomBytes(3).toString('hex')}`;
  const lookup = cachedLookup(systemLookup);
  const guard = { allow: allowPublicAnd(environment.allowNetworks), lookup };
  const http = lazyFetcher(async () =>
    (await import('../adapters/crawlee/http-fetcher.ts')).httpFetcher({ guard }),
  );
  const { chromiumPath, userAgent } = environment;
  const browser = lazyBrowser(async () => {
    const { browserFetcher } = await import('../adapters/crawlee/browser-fetcher.ts');
    return browserFetcher({ guard, chromiumPath, userAgent });
  });
  const webhook = webhookClient({ guard });
  closers.push(
    () => http.close(),
    () => browser.close(),
    () => webhook.close(),
  );
  const state = new ConfigState(ask.config);
  const plans = new PlanKeeper(store.queries, () => state.config);
  closers.push(async () => plans.close());
  const now = () => new Date();
  const deps: StageDeps = {
    ...store,
    resolver: resolverOver(lookup),
    clock: { now },
    now,
    sleep: (ms) => sleep(ms),
    worker,
    userAgent,
    http,
    browser,
    webhook,
    limits: LIMITS,
    recognize: ask.recognize,
    keyOf: (url) => canonicalize(url, { moves: state.config.moves }),
    sourceOf: (id) => state.sourceOf(id),
    watches: () => state.config.watches,
    fleetPlan: () => plans.plan,
    mint: () => `agr-${randomBytes(8).toString('hex')}`,
  };
  let connecting: Promise<QueueConnection> | null = null;
  return {
    store,
    connection() {
      connecting ??= connectQueue(environment, store, closers);
      return connecting;
    },
    deps,
    worker,
    plans,
    atOnce: environment.atOnce,
    config: () => state.config,
    reload: (next) => state.reload(next),
    close: async () => {
      for (const close of closers.reverse()) await close();
    },
  };
}

/** The config in force, and its sources by id. */
class ConfigState {
  config: Config;
  #byId = new Map<string, Source>();
  constructor(config: Config) {
    this.config = config;
    this.#index();
  }
  sourceOf(id: string): Source | null {
    return this.#byId.get(id) ?? null;
  }
  reload(next: Config): Config {
    this.config = keepLastGood(this.config, next);
    this.#index();
    return this.config;
  }
  #index(): void {
    this.#byId = new Map(this.config.sources.map((source) => [source.id, source]));
  }
}

async function connectQueue(
  { redisUrl }: Environment,
  store: OpenStore,
  closers: (() => Promise<void>)[],
): Promise<QueueConnection> {
  if (redisUrl) {
    const { connectRedis } = await import('../adapters/redis/connect.ts');
    const redis = await connectRedis(redisUrl);
    closers.push(async () => redis.disconnect());
    return { kind: 'redis', redis };
  }
  return { kind: 'postgres', pool: store.queuePool() };
}
