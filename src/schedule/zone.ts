/**
 * Wall clocks: the civil time of a zone at an instant.
 *
 * Formatting by Intl costs microseconds and is asked for millions of times, so the offset is remembered by the
 * quarter of an hour: no zone changes its offset between quarters.
 */
const QUARTER_MS = 15 * 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

/** Milliseconds to add to UTC to get the zone's civil time. An unknown zone counts as UTC. */
export function offsetMs(at: number, timezone: string): number {
  if (timezone === 'UTC') return 0;
  let known = offsets.get(timezone);
  if (!known) {
    known = new Map();
    offsets.set(timezone, known);
  }
  const quarter = Math.floor(at / QUARTER_MS);
  const remembered = known.get(quarter);
  if (remembered !== undefined) return remembered;
  if (known.size > 20_000) known.clear();
  const offset = computeOffset(quarter * QUARTER_MS, timezone);
  known.set(quarter, offset);
  return offset;
}

/** Civil time as if it were UTC: its date fields are the zone's. */
export function civilMs(at: number, timezone: string): number {
  return at + offsetMs(at, timezone);
}

function computeOffset(at: number, timezone: string): number {
  const parts = new Map<string, number>();
  for (const { type, value } of format(timezone).formatToParts(at)) parts.set(type, Number(value));
  const part = (name: string) => parts.get(name) ?? 0;
  const civil = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return civil - at;
}

function format(timezone: string): Intl.DateTimeFormat {
  const known = formats.get(timezone);
  if (known) return known;
  const options = {
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  } as const;
  let made: Intl.DateTimeFormat;
  try {
    made = new Intl.DateTimeFormat('en-US', { ...options, timeZone: timezone });
  } catch {
    made = new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
  }
  formats.set(timezone, made);
  return made;
}
