/**
 * Whether and when a page that was read is read again.
 *
 * Two reasons, and no third: its listing shows another date, title or update than before, or it told of an agreement,
 * which is looked at again (conditionally) after 1, 7 and 30 days, because the facts of a signing get corrected.
 */
import { fraction } from './spread.ts';

const DAY_MS = 86_400_000;

/** Days after the first reading on which an agreement's page is looked at again. */
export const AGREEMENT_REVISIT_DAYS = [1, 7, 30] as const;

export interface ReadArticle {
  /** URL or key: moves the time of day, so that a batch read together is not asked for together again. */
  id: string;
  verdict: 'agreement' | 'progress' | 'none';
  /** When it was read first and last. */
  firstRead: Date;
  lastRead: Date;
}

export interface Revisit {
  at: Date;
  /** Ask with validators: a 304 ends the visit. */
  conditional: boolean;
  reason: string;
}

/** When an article's page is due again by itself, or null: never. */
export function revisitArticle(article: ReadArticle, now: Date): Revisit | null {
  if (article.verdict !== 'agreement') return null;
  // By the day and not by the count of readings: one that its listing asked for takes no other's place.
  const last = article.lastRead.getTime();
  const days = AGREEMENT_REVISIT_DAYS.find((each) => turn(article, each) > last);
  if (days === undefined) return null;
  // Turns that passed while everything was down collapse into the first.
  const at = new Date(Math.max(turn(article, days), now.getTime()));
  return { at, conditional: true, reason: `an agreement is read again after ${days} days` };
}

/** A turn's own moment: its day, and up to a tenth more by hash. */
function turn(article: ReadArticle, days: number): number {
  const moved = days * DAY_MS * (1 + 0.1 * fraction(`${article.id} ${days}`));
  return article.firstRead.getTime() + Math.floor(moved);
}

/** What a listing shows of a link. */
export interface Shown {
  title: string | null;
  published: string | null;
}

/**
 * Why a listing asks for another reading of a page, or null. What a listing leaves out, or shows for the first time, or
 * tells more or less exactly than before (a date, then the same date with a time), is no change.
 */
export function changeOnListing(before: Shown, after: Shown): string | null {
  if (differs(plain(before.title), plain(after.title), '')) return 'the listing shows another title';
  if (differs(before.published, after.published, 'T')) return 'the listing shows another date';
  return null;
}

function differs(before: string | null, after: string | null, joint: string): boolean {
  if (!before || !after || before === after) return false;
  const [short, long] = before.length < after.length ? [before, after] : [after, before];
  // Cut titles ("Province signs with…") and coarser dates begin as the full ones do.
  return joint === ''
    ? !long.startsWith(short)
    : !long.startsWith(`${short}${joint}`) && !isCoarser(short, long);
}

/** True for `2016-07` beside `2016-07-08`. */
function isCoarser(short: string, long: string): boolean {
  return short.length === 7 && long.startsWith(`${short}-`);
}

/** A title without what listings add or cut: spaces, and an ellipsis at its end. */
function plain(title: string | null): string | null {
  return title === null
    ? null
    : title
        .replace(/\s+/g, '')
        .replace(/(?:…|\.\.\.)$/, '')
        .replace(/…$/, '');
}
