/**
 * What the schedule and health rooms remember of one listing: a small JSON object of bounded size, kept beside the
 * listing and passed back at the next visit. `learn.ts` is its only writer.
 */

/** Bins of a day in a publishing rhythm, half an hour each, and of a week (Monday first). */
export const BINS_A_DAY = 48;
export const BINS_A_WEEK = 7 * BINS_A_DAY;
const MOST_WORDINGS = 500;

export interface ListingMemory {
  v: 1;
  /** Visits that could be read. */
  reads: number;
  /** When it was read last, and when it last brought something new (ms since 1970); null: not yet. */
  readAt: number | null;
  newAt: number | null;
  /** When its links were read last, and not a 304 taken for them (ms). */
  fullAt: number | null;
  /** Links it gave at the last reading, and those never seen before. */
  links: number;
  fresh: number;
  /** Links it gave when it was last in order: the measure for `changed`. */
  usual: number;
  /** Failed visits in a row, and visits in a row that met a wall. */
  failures: number;
  blocks: number;
  /** Articles published while it was watched; older ones fade, as do `turns`, `bins` and `days`. */
  items: number;
  /** Visits that brought something (of a first look: dates on which it published); they fade too. */
  turns: number;
  /** Turns a week as known when something new was last found; 0: too few to tell. */
  aWeek: number;
  /** Articles by bin of the week as `bin: count`, only the bins that have any. */
  bins: Record<string, number>;
  /** Until when `items`, `turns`, `bins` and `days` have faded (ms). */
  fadedAt: number | null;
  /** Days watched, by the weekday they behaved like (Monday first). */
  days: number[];
  /** Share of recent visits that a 304 answered, 0 to 1. */
  notModified: number;
  /** The listing's lower bound (Cache-Control, feed ttl) in ms from the last visit; 0: none. */
  freshForMs: number;
  /** A feed's own wishes: minutes between two readings (0: none), and its silent hours and days. */
  ttlMinutes: number;
  skipHours: number[];
  skipDays: string[];
  /** What its links said at the last reading, a number each (`wordingsOf` of the listing room). */
  wordings: number[];
}

export const EMPTY_MEMORY: Readonly<ListingMemory> = {
  v: 1,
  reads: 0,
  readAt: null,
  newAt: null,
  fadedAt: null,
  fullAt: null,
  links: 0,
  fresh: 0,
  usual: 0,
  failures: 0,
  blocks: 0,
  items: 0,
  turns: 0,
  aWeek: 0,
  bins: {},
  days: [0, 0, 0, 0, 0, 0, 0],
  notModified: 0,
  freshForMs: 0,
  ttlMinutes: 0,
  skipHours: [],
  skipDays: [],
  wordings: [],
};

/** Memory from what was stored; anything that is none (first visit, an older form) starts afresh, field by field. */
export function readMemory(stored: unknown): ListingMemory {
  const memory = emptyMemory();
  if (!isRecord(stored) || stored.v !== 1) return memory;
  for (const key of NUMBERS) memory[key] = count(stored[key]);
  for (const key of TIMES) memory[key] = typeof stored[key] === 'number' ? stored[key] : null;
  if (Array.isArray(stored.days)) memory.days = memory.days.map((_, i) => count(at(stored.days, i)));
  if (isRecord(stored.bins)) {
    for (const [bin, value] of Object.entries(stored.bins).slice(0, BINS_A_WEEK)) {
      if (Number(bin) >= 0 && Number(bin) < BINS_A_WEEK) memory.bins[bin] = count(value);
    }
  }
  if (Array.isArray(stored.skipHours)) memory.skipHours = stored.skipHours.slice(0, 24).map(count);
  if (Array.isArray(stored.wordings)) memory.wordings = stored.wordings.slice(0, MOST_WORDINGS).map(count);
  if (Array.isArray(stored.skipDays)) memory.skipDays = stored.skipDays.slice(0, 7).map(String);
  return memory;
}

const emptyMemory = (): ListingMemory => ({
  ...EMPTY_MEMORY,
  bins: {},
  days: [...EMPTY_MEMORY.days],
  skipHours: [],
  skipDays: [],
  wordings: [],
});

const NUMBERS = [
  'reads',
  'links',
  'fresh',
  'usual',
  'failures',
  'blocks',
  'items',
  'turns',
  'aWeek',
  'notModified',
  'freshForMs',
  'ttlMinutes',
] as const;
const TIMES = ['readAt', 'newAt', 'fadedAt', 'fullAt'] as const;

function at(list: unknown, index: number): unknown {
  return Array.isArray(list) ? list[index] : undefined;
}

function count(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
