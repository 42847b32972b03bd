/**
 * What a visit teaches about a listing: how much it publishes, when, and whether it is in order.
 *
 * One update a visit, O(1) in the history. Articles are counted from the listing itself, so the rate is observed and not
 * guessed from yes and no. Where an article's hour is not told, it is spread over the time in which it must have come,
 * between the last visit and this one and within its date; otherwise the rhythm would learn our own visiting hours.
 */
import type { Outcome } from '../domain/failure.ts';
import { hasLostLinks } from './health.ts';
import { boundsAfter, type CacheHeaders, type Pace } from './lower-bounds.ts';
import { BINS_A_DAY, type ListingMemory } from './memory.ts';
import { dayParts, type Rhythm } from './rhythm.ts';
import { civilMs, offsetMs } from './zone.ts';

const DAY_MS = 86_400_000;
const BIN_HOURS = 24 / BINS_A_DAY;
/** Counts lose half their weight in this time: a publisher's habits change with the year. */
const HALF_LIFE_MS = 56 * DAY_MS;
/** A fresh link dated this long before the last visit is backfill and tells nothing of the rate. */
const BACKFILL_MS = 2 * DAY_MS;
/** Times further apart than this do not tell the hour. */
const LONGEST_SPREAD_MS = 2 * DAY_MS;
/** How far back a first listing is believed. */
const LONGEST_BACKLOG_MS = 60 * DAY_MS;
/** Share of the newest links that a first look counts: the oldest may be pinned. */
const UNPINNED = 0.8;

export interface Visited {
  at: Date;
  outcome: Outcome;
  /** Links of the listing, or null when none were read (304, failure). */
  links: { published: string | null; fresh: boolean }[] | null;
  /** True when the server answered 304. */
  notModified?: boolean;
  /** What the answer says of how often it wants to be asked. */
  headers?: CacheHeaders;
  /** What the feed itself says of it; absent: nothing. */
  pace?: Pace | undefined;
  /** What the links say, where they were read. */
  wordings?: number[];
}

const READ: ReadonlySet<Outcome> = new Set<Outcome>(['new', 'updated', 'unchanged']);

/** The memory after one more visit. `rhythm` is the fleet's for this kind of listing, as known now. */
export function afterVisit(
  memory: ListingMemory,
  visit: Visited,
  { rhythm, timezone }: { rhythm: Rhythm; timezone: string },
): ListingMemory {
  if (!READ.has(visit.outcome)) return afterFailure(memory, visit);
  const at = visit.at.getTime();
  const next = faded(memory, at);
  const published = (visit.links ?? []).filter((link) => link.fresh).map((link) => link.published);
  if (memory.readAt === null) countBacklog(next, published, { at, rhythm, timezone });
  else countNew(next, published, { from: memory.readAt, at, rhythm, timezone });
  if (visit.links) {
    noteLinks(next, visit.links.length, published.length);
    next.fullAt = at;
    next.wordings = visit.wordings ?? [];
  } else next.fresh = 0;
  if (published.length > 0) {
    next.newAt = memory.readAt === null ? newestOf(published, at, timezone) : at;
    next.aWeek = weekly(next);
  }
  next.newAt ??= at;
  next.reads += 1;
  next.readAt = Math.max(at, memory.readAt ?? 0);
  next.failures = 0;
  next.blocks = 0;
  next.notModified += ((visit.notModified ? 1 : 0) - next.notModified) / 10;
  Object.assign(next, boundsAfter(memory, visit));
  return next;
}

function afterFailure(memory: ListingMemory, visit: Visited): ListingMemory {
  const blocks = visit.outcome === 'blocked' ? memory.blocks + 1 : 0;
  const seen = visit.links ? { links: visit.links.length, fresh: 0 } : {};
  return { ...memory, ...seen, failures: memory.failures + 1, blocks };
}

function noteLinks(memory: ListingMemory, links: number, fresh: number): void {
  memory.links = links;
  memory.fresh = fresh;
  // The measure stays while links are lost, or the loss would be usual at the next visit.
  if (!hasLostLinks(links, fresh, memory.usual)) memory.usual = links;
}

function weekly(memory: ListingMemory): number {
  const days = memory.days.reduce((sum, each) => sum + each, 0);
  return memory.turns >= 3 && days > 0 ? (memory.turns / days) * 7 : 0;
}

/** A copy whose counts have lost weight with time, once a day: the counts are many and a day's loss is small. */
function faded(memory: ListingMemory, at: number): ListingMemory {
  const since = memory.fadedAt ?? at;
  if (at - since < DAY_MS)
    return { ...memory, fadedAt: since, days: [...memory.days], bins: { ...memory.bins } };
  const left = 0.5 ** ((at - since) / HALF_LIFE_MS);
  const bins: Record<string, number> = {};
  for (const [bin, count] of Object.entries(memory.bins)) {
    if (count * left >= 0.01) bins[bin] = Number((count * left).toFixed(3));
  }
  const days = memory.days.map((each) => each * left);
  return { ...memory, fadedAt: at, items: memory.items * left, turns: memory.turns * left, days, bins };
}

interface Window {
  at: number;
  rhythm: Rhythm;
  timezone: string;
}

function countNew(
  memory: ListingMemory,
  published: (string | null)[],
  window: Window & { from: number },
): void {
  const { from, at, timezone } = window;
  watch(memory, from, at, timezone);
  const before = memory.items;
  for (const text of published) {
    const known = told(text, timezone);
    if (known && known.to < from - BACKFILL_MS) continue;
    memory.items += 1;
    // A time before the last visit was not true then: it came later than it says.
    const credible = known && known.to >= from && known.from <= at;
    const start = credible ? Math.max(from, known.from) : from;
    const end = credible ? Math.min(at, known.to) : at;
    place(memory, { ...window, from: start, at: end });
  }
  // News comes in bursts: for telling silence, what came together counts once.
  if (memory.items > before) memory.turns += 1;
}

/** A first look: the dates on the listing are its history. */
function countBacklog(memory: ListingMemory, published: (string | null)[], window: Window): void {
  const { at, timezone } = window;
  const times = published
    .map((text) => told(text, timezone))
    .filter((known) => known !== null && known.from <= at)
    .map((known) => ({ from: known?.from ?? at, to: Math.min(known?.to ?? at, at) }))
    .sort((a, b) => b.from - a.from);
  const oldest = times[Math.floor((times.length - 1) * UNPINNED)];
  if (!oldest) return;
  const start = Math.max(oldest.from, at - LONGEST_BACKLOG_MS);
  watch(memory, start, at, timezone);
  // The oldest one opens the window and is not counted in it.
  const inside = times.filter((time) => time.from > start);
  memory.items += inside.length;
  memory.turns += new Set(inside.map((time) => Math.floor(civilMs(time.from, timezone) / DAY_MS))).size;
  for (const time of inside) place(memory, { ...window, from: time.from, at: time.to });
}

/** Adds the days between two visits to what was watched. */
function watch(memory: ListingMemory, from: number, to: number, timezone: string): void {
  for (const part of dayParts(Math.max(from, to - LONGEST_BACKLOG_MS), to, timezone)) {
    memory.days[part.kind] = (memory.days[part.kind] ?? 0) + (part.to - part.from) / 24;
  }
}

/** Spreads one article over the bins between two instants, by the rhythm known so far. */
function place(memory: ListingMemory, { from, at, rhythm, timezone }: Window & { from: number }): void {
  if (at - from > LONGEST_SPREAD_MS) return;
  const shares: [number, number][] = [];
  let sum = 0;
  for (const part of dayParts(from, Math.max(at, from + 1), timezone)) {
    for (let bin = Math.floor(part.from / BIN_HOURS); bin * BIN_HOURS < part.to; bin++) {
      const overlap = Math.min(part.to, (bin + 1) * BIN_HOURS) - Math.max(part.from, bin * BIN_HOURS);
      const index = part.kind * BINS_A_DAY + bin;
      // Never quite nothing, so that an hour thought silent can be learned.
      const share = overlap * ((rhythm.density[index] ?? 1) + 0.05);
      shares.push([index, share]);
      sum += share;
    }
  }
  for (const [index, share] of shares) memory.bins[index] = (memory.bins[index] ?? 0) + share / sum;
}

/** The span of time a listing's date stands for (`2016-07-08`, or with a time of day), or null. */
function told(text: string | null, timezone: string): { from: number; to: number } | null {
  if (text === null) return null;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (!Number.isNaN(day)) return spanOf(day, timezone);
  const at = text.length > 10 ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) return null;
  // Midnight sharp is how a date without a time gets printed.
  const civil = civilMs(at, timezone);
  return civil % DAY_MS === 0 ? spanOf(civil, timezone) : { from: at, to: at + 1 };
}

function spanOf(civilDay: number, timezone: string): { from: number; to: number } {
  const from = civilDay - offsetMs(civilDay, timezone);
  return { from, to: from + DAY_MS };
}

function newestOf(published: (string | null)[], at: number, timezone: string): number {
  let newest = 0;
  for (const text of published) newest = Math.max(newest, Math.min(at, told(text, timezone)?.to ?? 0));
  return newest === 0 ? at : newest;
}
