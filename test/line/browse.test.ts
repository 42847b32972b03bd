/** Pages that need a browser wait for its tabs, and nothing else waits for them: with fetchers that tests hold. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowseJob, browse } from '../../queues/browse.ts';
import { type Producer, producer } from '../../queues/define-queue.ts';
import type { FoundLink } from '../../src/domain/frontier.ts';
import type { Answer, FetchRequest } from '../../src/domain/ports.ts';
import { type Composed, compose } from '../../src/main/compose.ts';
import { type Engine, startEngine } from '../../src/main/engine.ts';
import { createRecognizer } from '../../src/recognize/recognize.ts';
import { loadConfig } from '../../src/settings/config.ts';
import { readEnvironment } from '../../src/settings/environment.ts';
import { loadLexicon } from '../../src/settings/lexicon.ts';
import { STARTING_MS } from '../services.ts';
import { entry, soundPage } from './sites.ts';

const AT_ONCE = 4;
const TABS = 2;
const EACH = 12;
const SHIPPED = new URL('../../config/lexicon/', import.meta.url).pathname;

const folder = mkdtempSync(join(tmpdir(), 'pactwire-browse-'));
let composed: Composed;
let engine: Engine;
let queue: Producer<BrowseJob>;
/** The browser answers nothing before this. */
const open = Promise.withResolvers<void>();
const browsing = { now: 0, most: 0, asked: 0 };
const fetched: string[] = [];

/** Hosts of sources that need a browser, and of those that do not; a listing of the former is of `auto`. */
const scripted = (i: number) => `http://127.84.0.${i + 1}:8084`;
const plain = (i: number) => `http://127.84.1.${i + 1}:8084`;

beforeAll(async () => {
  const sources = join(folder, 'config', 'sources');
  mkdirSync(sources, { recursive: true });
  const every = { delay: '0ms', schedule: 'every 1d' };
  const entries = Array.from({ length: EACH }, (_, i) => [
    entry(`js-${i}`, `${scripted(i)}/news/`, { ...every, render: 'browser' }),
    entry(`plain-${i}`, `${plain(i)}/news/`, every),
  ]);
  writeFileSync(join(sources, 'both.yaml'), entries.flat().join(''));
  const made = await compose({
    environment: readEnvironment({ PACTWIRE_AT_ONCE: String(AT_ONCE) }),
    dataDir: join(folder, 'data'),
    config: loadConfig(join(folder, 'config')),
    recognize: createRecognizer(loadLexicon(SHIPPED, null)),
  });
  const http = { fetch: async (asked: FetchRequest) => answered(asked), close: async () => undefined };
  const browser = { ...http, fetch: browseSlowly, missing: async () => null };
  composed = { ...made, deps: { ...made.deps, http, browser } };
  await fillFrontier();
  queue = producer(browse, await composed.connection());
  engine = await startEngine(composed, { schedule: true, work: true, log: pino({ level: 'silent' }) });
}, STARTING_MS);

afterAll(async () => {
  open.resolve();
  await engine.close();
  await queue.close();
  await composed.close();
  rmSync(folder, { recursive: true, force: true });
});

async function browseSlowly(asked: FetchRequest): Promise<Answer> {
  browsing.asked += 1;
  browsing.now += 1;
  browsing.most = Math.max(browsing.most, browsing.now);
  await open.promise;
  browsing.now -= 1;
  return answered(asked);
}

function answered({ url }: FetchRequest): Answer {
  fetched.push(url);
  const { pathname, host } = new URL(url);
  const robots = pathname === '/robots.txt';
  return {
    url,
    status: robots ? 404 : 200,
    headers: {},
    contentType: 'text/html; charset=utf-8',
    location: null,
    bytes: new TextEncoder().encode(robots ? '' : soundPage(`第${host}号`, 0).html),
    hops: [],
    sinceResponseMs: 0,
    responseMs: 1,
  };
}

/** One article on each source, found already; the listings themselves are not due. */
async function fillFrontier(): Promise<void> {
  const { frontier } = composed.store;
  await frontier.syncSources(composed.config().sources, () => ({ at: new Date(0), slot: 'first' }));
  for (const { id, urls } of composed.config().sources) {
    const [url = ''] = urls;
    const page = `${url}202603/t20260301_1.html`;
    const links: FoundLink[] = [{ key: page, url: page, title: null, published: null }];
    const none = { reason: '', etag: null, lastModified: null, linksHash: null, memory: null, next: null };
    const job = { sourceId: id, url, slot: 'first' };
    await frontier.finishListing(job, { ...none, outcome: 'new', via: 'browser', links });
  }
}

/** Resolves when the store says so: what ends a page is written there and tells nobody here. */
async function until(done: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Jobs of the browser's queue that have not ended. */
async function inQueue(): Promise<number> {
  const { waiting, active, delayed } = await queue.counts();
  return waiting + active + delayed;
}

const articles = async () => (await composed.store.queries.articles({})).map(({ source }) => source ?? '');

describe('a browser that takes its time', () => {
  it('does not keep pages waiting that need none', async () => {
    await until(async () => (await articles()).length >= EACH);
    expect((await articles()).every((source) => source.startsWith('plain-'))).toBe(true);
  }, 60_000);

  it('is asked for no more pages than it has tabs, listings that needed it last among them', async () => {
    await until(() => browsing.now === TABS);
    await composed.store.frontier.makeDue(['plain-0', 'plain-1', 'plain-2']);
    engine.kick();
    await until(async () => (await inQueue()) === EACH + 3);
    expect(browsing.most).toBe(TABS);
  }, 60_000);

  it('reads all of them in the end', async () => {
    open.resolve();
    await until(async () => (await articles()).length >= 2 * EACH);
    expect(browsing.most).toBe(TABS);
    // Each page and, of three, the listing.
    await until(() => browsing.asked === EACH + 3);
  }, 60_000);
});
