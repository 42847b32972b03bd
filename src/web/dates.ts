/** Dates and times as people read them. */
import { html } from 'hono/html';
import type { SignedOn } from '../domain/agreement.ts';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const monthName = (month: string) => MONTHS[Number(month) - 1] ?? month;

/** `8 July 2016`, `July 2016`, `8 July (year unknown)` for EDTF (ISO 8601-2) of the ledger; null: `date unknown`. */
export function signedOnText(signedOn: SignedOn | null): string {
  if (!signedOn) return 'date unknown';
  const [year = '', month, day] = signedOn.date.split('-');
  const monthKnown = month !== undefined && !/X/.test(month);
  const dayKnown = day !== undefined && !/X/.test(day);
  if (/X/.test(year)) {
    if (monthKnown) return `${dayKnown ? `${Number(day)} ` : ''}${monthName(month)} (year unknown)`;
    return dayKnown ? `day ${Number(day)} (month unknown)` : 'date unknown';
  }
  if (!monthKnown) return year;
  return dayKnown ? `${Number(day)} ${monthName(month)} ${year}` : `${monthName(month)} ${year}`;
}

/** `8 July 2016` or `8 July 2016, 08:30` for an article's ISO 8601 date, in the zone it was written in. */
export function publishedText(published: string | null): string | null {
  const [, year, month, day, time] =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d))?)?)?/.exec(published ?? '') ?? [];
  if (!year) return published;
  if (!month) return year;
  if (!day) return `${monthName(month)} ${year}`;
  return `${Number(day)} ${monthName(month)} ${year}${time && time !== '00:00' ? `, ${time}` : ''}`;
}

/** The day alone. */
export const publishedDay = (published: string | null) => publishedText(published?.slice(0, 10) ?? null);

/** `24 November 2026, 15:04 UTC`. */
export function momentText(at: Date): string {
  const iso = at.toISOString();
  return `${publishedText(iso.slice(0, 10))}, ${iso.slice(11, 16)} UTC`;
}

/** `in 5 minutes`, `2 hours ago`, `3 days ago`; beyond a month the day. */
export function agoText(at: Date, now: Date): string {
  const ms = at.getTime() - now.getTime();
  const size = Math.abs(ms);
  if (size < MINUTE_MS) return ms > 0 ? 'in a moment' : 'just now';
  if (size > 31 * DAY_MS) return publishedText(at.toISOString().slice(0, 10)) ?? '';
  const [count, unit] =
    size < HOUR_MS
      ? [size / MINUTE_MS, 'minute']
      : size < DAY_MS
        ? [size / HOUR_MS, 'hour']
        : [size / DAY_MS, 'day'];
  const whole = Math.round(Number(count));
  const text = `${whole} ${unit}${whole === 1 ? '' : 's'}`;
  return ms > 0 ? `in ${text}` : `${text} ago`;
}

/** A `<time>` that reads relative and says the exact moment in its title. */
export function momentTag(at: Date | null, now: Date, none = 'never') {
  if (!at) return html`<span class="quiet">${none}</span>`;
  return html`<time datetime="${at.toISOString()}" title="${momentText(at)}">${agoText(at, now)}</time>`;
}
