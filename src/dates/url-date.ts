/** The day that publishing systems write into an article's address: an upload day at most, one witness among others. */
import { type Day, isDay, isoDay, isoMonth } from './calendar.ts';
import type { ReadDate } from './read-date.ts';

/** Most telling first. Bounded by slashes or letters, so that ids are not read as days. */
const DAY_FORMS: readonly RegExp[] = [
  /\/t(?<year>20\d\d)(?<month>[01]\d)(?<day>[0-3]\d)_\d/,
  /\/(?<year>(?:19|20)\d\d)[/-](?<month>\d{1,2})[/-](?<day>\d{1,2})(?=[/_.-]|$)/,
  /\/(?<year>(?:19|20)\d\d)[/-]?(?<month>[01]\d)[/-]?(?<day>[0-3]\d)(?=[/_.c-]|$)/,
  /[/_=-](?<year>(?:19|20)\d\d)-?(?<month>[01]\d)-?(?<day>[0-3]\d)(?=[/_.&c-]|$)/,
  /\/(?<year>20\d\d)(?<month>[01]\d)(?<day>[0-3]\d)\d{2,12}(?=\.|\/|$)/,
];
const MONTH_FORM = /\/(?<year>(?:19|20)\d\d)[/-]?(?<month>[01]\d)\//;

/** Day or month in the path or query of a URL; null when it shows none. */
export function readUrlDate(url: string): ReadDate | null {
  const path = url.slice(0, 2_000).replace(/^[a-z]{2,8}:\/\/[^/]{1,255}/i, '');
  for (const form of DAY_FORMS) {
    const day = dayOf(form.exec(path)?.groups);
    if (day && isDay(day)) return { date: isoDay(day), precision: 'day' };
  }
  const month = dayOf(MONTH_FORM.exec(path)?.groups);
  return month && isDay(month) ? { date: isoMonth(month), precision: 'month' } : null;
}

function dayOf(groups: Record<string, string | undefined> | undefined): Day | null {
  if (!groups) return null;
  return { year: Number(groups.year), month: Number(groups.month), day: Number(groups.day ?? 1) };
}
