/**
 * What robots.txt of an origin says, kept for the whole fleet (RFC 9309).
 *
 * 4xx allows everything, 5xx and no answer forbid everything; a copy is used for at most 24 hours (2.4), and a good
 * one goes on serving while the file cannot be had. A host that cannot be connected to is down, whatever its
 * robots.txt would say: that is no answer to keep. The fetch itself pays the host gate like any other.
 */

import { decode } from '../decode/decode.ts';
import { VisitFailure } from '../domain/failure.ts';
import type { Clock, RobotsEntry, RobotsStore } from '../domain/ports.ts';
import { judge, parseRobots } from '../politeness/robots.ts';
import type { HopFetch, Hopped } from './one-hop.ts';

const KEEP_MS = 24 * 3_600_000;
/** A refusal is looked at again sooner than rules are. */
const KEEP_DENIAL_MS = 10 * 60_000;
/** RFC 9309 2.3.1.2: at least five redirects are followed. */
const REDIRECTS = 5;
/** RFC 9309 2.3.1.3: an unreachable file may be replaced by its last copy; ours serves for at most 30 days. */
const LAST_COPY_MS = 30 * KEEP_MS;

export interface RobotsDeps {
  robots: RobotsStore;
  clock: Clock;
  userAgent: string;
}

export interface RobotsJudgement {
  allowed: boolean;
  crawlDelaySeconds: number | null;
  reason: string;
}

/** The kept entry when it is still good, else null: then `refreshRobots` must fetch. */
export async function keptRobots(origin: string, deps: RobotsDeps): Promise<RobotsEntry | null> {
  const entry = await deps.robots.get(origin);
  return entry && entry.expiresAt > deps.clock.now() ? entry : null;
}

/** What an entry says about a URL. */
export function judgeRobots(entry: RobotsEntry, url: string, userAgent: string): RobotsJudgement {
  if (entry.kind === 'deny') return { allowed: false, crawlDelaySeconds: null, reason: entry.reason };
  if (entry.kind === 'allow') return { allowed: true, crawlDelaySeconds: null, reason: entry.reason };
  const token = /^[A-Za-z_-]+/.exec(userAgent)?.[0] ?? userAgent;
  const { allowed, crawlDelaySeconds, rule } = judge(parseRobots(entry.text), token, url);
  return {
    allowed,
    crawlDelaySeconds,
    reason: rule ? `robots.txt: ${rule}` : 'robots.txt has no rule for it',
  };
}

/** Fetches robots.txt of an origin through `fetchHop`, keeps and returns what it means. */
export async function refreshRobots(
  origin: string,
  deps: RobotsDeps,
  fetchHop: HopFetch,
): Promise<RobotsEntry> {
  const before = await deps.robots.get(origin);
  const entry = await readRobots(origin, before, { deps, fetchHop });
  await deps.robots.put(origin, entry);
  return entry;
}

async function readRobots(
  origin: string,
  before: RobotsEntry | null,
  { deps, fetchHop }: { deps: RobotsDeps; fetchHop: HopFetch },
): Promise<RobotsEntry> {
  const now = deps.clock.now();
  let url = `${origin}/robots.txt`;
  let here = true;
  try {
    for (let hops = 0; hops <= REDIRECTS; hops += 1) {
      const answer = await fetchHop(url, hops === 0 ? validators(before) : {});
      if (answer.location === null) return judgeAnswer(answer, before, now);
      url = answer.location;
      here = new URL(url).origin === origin;
    }
    return entryOf(
      'allow',
      `robots.txt: more than ${REDIRECTS} redirects count as none (RFC 9309 2.3.1.2)`,
      now,
    );
  } catch (error) {
    if (!(error instanceof VisitFailure)) throw error;
    return withoutFile(error, { before, now, here });
  }
}

/** What is passing is asked again by whoever wanted the file; what took its time is not, and is kept for a while. */
function withoutFile(
  failure: VisitFailure,
  { before, now, here }: { before: RobotsEntry | null; now: Date; here: boolean },
): RobotsEntry {
  const { outcome, reason, fate, reached } = failure;
  const slow = outcome === 'timeout' || outcome === 'too_large';
  // The host itself cannot be had, or may not: that is what the visit ends with, and not a word of its robots.txt.
  if (fate === 'later' || outcome === 'guard_refused' || (here && !reached && !slow)) throw failure;
  const entry = unreachable(`robots.txt cannot be reached: ${reason}`, before, now);
  if (entry.kind === 'deny' && !slow && fate === 'retry')
    throw new VisitFailure('robots_denied', entry.reason, 'retry');
  return entry;
}

function validators(before: RobotsEntry | null): Record<string, string> {
  return {
    ...(before?.etag ? { 'if-none-match': before.etag } : {}),
    ...(before?.lastModified ? { 'if-modified-since': before.lastModified } : {}),
  };
}

function judgeAnswer(answer: Hopped, before: RobotsEntry | null, now: Date): RobotsEntry {
  const { status, headers } = answer;
  if (status === 304 && before) return { ...before, fetchedAt: now, expiresAt: after(now, KEEP_MS) };
  if (status >= 200 && status < 300) {
    const { text } = decode(answer.bytes, 'text/plain; charset=utf-8');
    return {
      ...entryOf('rules', 'robots.txt read', now),
      text: text.slice(0, 512 * 1024),
      etag: headers.etag ?? null,
      lastModified: headers['last-modified'] ?? null,
    };
  }
  if (status >= 400 && status < 500)
    return entryOf('allow', `robots.txt: status ${status}, so all is allowed`, now);
  return unreachable(`robots.txt answers status ${status}`, before, now);
}

function unreachable(reason: string, before: RobotsEntry | null, now: Date): RobotsEntry {
  const copyServes = before?.kind === 'rules' && now.getTime() - before.fetchedAt.getTime() < LAST_COPY_MS;
  // The copy keeps its fetch time, so that it stops serving 30 days after it was read and not after it was used.
  if (copyServes) return { ...before, expiresAt: after(now, KEEP_DENIAL_MS) };
  return { ...entryOf('deny', reason, now), expiresAt: after(now, KEEP_DENIAL_MS) };
}

function entryOf(kind: RobotsEntry['kind'], reason: string, now: Date): RobotsEntry {
  return {
    kind,
    text: '',
    reason,
    etag: null,
    lastModified: null,
    fetchedAt: now,
    expiresAt: after(now, KEEP_MS),
  };
}

const after = (now: Date, ms: number): Date => new Date(now.getTime() + ms);
