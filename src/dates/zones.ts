/** Offsets from Greenwich: of zone names in dates (RFC 822 and what feeds write), and of IANA zones at a moment. */
import type { Clock, Day } from './calendar.ts';

const ABBREVIATIONS: ReadonlyMap<string, number> = new Map([
  ...(['z', 'ut', 'utc', 'gmt', 'wet', 'etc/gmt', 'etc/utc'] as const).map((name) => [name, 0] as const),
  ['bst', 60],
  ['ist', 330],
  ['cet', 60],
  ['met', 60],
  ['mez', 60],
  ['wat', 60],
  ['west', 60],
  ['cest', 120],
  ['eet', 120],
  ['cat', 120],
  ['sast', 120],
  ['mesz', 120],
  ['eest', 180],
  ['eat', 180],
  ['msk', 180],
  ['gst', 240],
  ['pkt', 300],
  ['wib', 420],
  ['ict', 420],
  ['hkt', 480],
  ['sgt', 480],
  ['pht', 480],
  ['myt', 480],
  ['awst', 480],
  ['jst', 540],
  ['kst', 540],
  ['aest', 600],
  ['aedt', 660],
  ['nzst', 720],
  ['nzdt', 780],
  ['nst', -210],
  ['ndt', -150],
  ['ast', -240],
  ['adt', -180],
  ['at', -240],
  ['brt', -180],
  ['art', -180],
  ['est', -300],
  ['edt', -240],
  ['et', -300],
  ['cst', -360],
  ['cdt', -300],
  ['ct', -360],
  ['mst', -420],
  ['mdt', -360],
  ['mt', -420],
  ['pst', -480],
  ['pdt', -420],
  ['pt', -480],
  ['akst', -540],
  ['akdt', -480],
  ['hst', -600],
] as const);

/**
 * Minutes east of Greenwich for `EST`, `+0800`, `-05:30`, `GMT+8`, `Europe/Brussels`; null for what is no zone.
 * `CST` is China's own in a Chinese text, America's elsewhere.
 */
export function offsetOfName(name: string, chinese: boolean): number | null {
  const key = name.trim().toLowerCase();
  if (key === 'cst' && chinese) return 480;
  const numeric = /^(?:gmt|utc)?\s?([+-])(\d{1,2}):?(\d{2})?$/.exec(key);
  if (numeric) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    return minutes <= 15 * 60 ? (numeric[1] === '-' ? -minutes : minutes) : null;
  }
  return ABBREVIATIONS.get(key) ?? null;
}

const formats = new Map<string, Intl.DateTimeFormat | null>();

/** Minutes east of Greenwich in an IANA zone at a local time there; null for an unknown zone. */
export function offsetInZone(zone: string, day: Day, clock: Clock): number | null {
  const format = formatOf(zone);
  if (!format) return null;
  const local = Date.UTC(day.year, day.month - 1, day.day, clock.hour, clock.minute);
  // Asked at the local time as if it were UTC, then once more at the moment this gives: settles all but the hour of a change.
  const first = offsetAt(format, local);
  return offsetAt(format, local - first * 60_000);
}

function offsetAt(format: Intl.DateTimeFormat, moment: number): number {
  const name = format.formatToParts(moment).find((part) => part.type === 'timeZoneName')?.value ?? '';
  return offsetOfName(name.replace(/^GMT$/, 'GMT+0'), false) ?? 0;
}

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  let format: Intl.DateTimeFormat | null = null;
  try {
    format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    // Not a zone that this runtime knows: remembered as such.
    format = null;
  }
  if (formats.size < 1_000) formats.set(zone, format);
  return format;
}
