/**
 * Can two reports tell of one signing, and how much speaks for it?
 *
 * Parties and dates decide what is possible; document, amounts, period, place and wording weigh. A contradiction in
 * an amount does not part two reports of one day (one may be wrong, and the ledger shows it), but it does part two
 * that no date ties together.
 */
import type { Period } from '../domain/agreement.ts';
import { isHan } from './name-keys.ts';
import { compareParties } from './parties.ts';
import { compareWindows } from './signing-window.ts';
import type { Unit } from './unit.ts';

export interface Bond {
  /** never: two signings for certain; dated: the dates tie them; open: nothing but likeness does. */
  kind: 'never' | 'dated' | 'open';
  points: number;
}

const NEVER: Bond = { kind: 'never', points: 0 };
/** A copy of a report tells of the same signing, whatever was read out of it. */
const COPY_POINTS = 6;

export function compareUnits(a: Unit, b: Unit): Bond {
  if (a.ref.id === b.ref.id) return NEVER;
  const parties = compareParties(a.parties, b.parties);
  if (parties === null) return NEVER;
  const copies = a.voice === b.voice;
  const dates = compareWindows(a.window, b.window);
  if (dates.relation === 'apart' && !copies) return NEVER;
  const sameDay = dates.relation === 'same' && dates.points >= 3;
  if (!sameDay && !copies && otherPlan(a.agreement.period, b.agreement.period)) return NEVER;
  const points =
    dates.points +
    parties +
    compareDocuments(a, b) +
    compareAmounts(a, b, { sameDay, open: dates.relation === 'open' }) +
    comparePlain(a.period, b.period, sameDay) +
    comparePlaces(a, b) +
    (a.han === b.han ? compareWords(a, b) : compareMarks(a, b));
  if (copies) return { kind: 'dated', points: points + COPY_POINTS };
  return { kind: dates.relation === 'open' ? 'open' : 'dated', points };
}

/** Five-year plans do not mix: an agreement for 2016 to 2020 is not the one for 2021 to 2025. */
function otherPlan(a: Period | null, b: Period | null): boolean {
  if (!a?.from || !a.to || !b?.from || !b.to) return false;
  return (
    Number(a.to.slice(0, 4)) < Number(b.from.slice(0, 4)) ||
    Number(b.to.slice(0, 4)) < Number(a.from.slice(0, 4))
  );
}

const COMMON =
  /战略|戰略|合作|框架|协议|協議|书|全面|深化|签约|备忘录|备忘|comprehensive|strategic|cooperati(?:on|ve)|framework|agreement|memorandum|of|understanding|mou|moa|partnership|deal|pact|the|an?/g;

function compareDocuments(a: Unit, b: Unit): number {
  if (a.document === '' || b.document === '' || a.documentHan !== b.documentHan) return 0;
  const [short, long] =
    a.document.length <= b.document.length ? [a.document, b.document] : [b.document, a.document];
  if (!long.includes(short) && !subsequence(short, long)) return -1;
  // Every other signing is called a strategic cooperation agreement: that name tells nothing.
  return short.replace(COMMON, '').length > 1 ? 1 : 0;
}

function subsequence(short: string, long: string): boolean {
  let at = 0;
  for (const char of long) if (char === short[at]) at += 1;
  return at === short.length;
}

function compareAmounts(a: Unit, b: Unit, dates: { sameDay: boolean; open: boolean }): number {
  if (a.amounts.size === 0 || b.amounts.size === 0) return 0;
  if ([...a.amounts].some((amount) => b.amounts.has(amount))) return 2;
  if (dates.sameDay) return 0;
  return dates.open ? -4 : -2;
}

function comparePlain(a: string, b: string, sameDay: boolean): number {
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  return sameDay || a.endsWith('y') !== b.endsWith('y') ? 0 : -1;
}

function comparePlaces(a: Unit, b: Unit): number {
  if (a.place === '' || b.place === '') return 0;
  if (a.place === b.place) return 1;
  // 沪 and 上海, Mandarin and local spellings: only like scripts can be told apart.
  const scripts = isHan(a.agreement.place ?? '') === isHan(b.agreement.place ?? '');
  return scripts && Math.min(a.place.length, b.place.length) > 4 ? -1 : 0;
}

/** Share of the shorter text's names, figures and character pairs that the other has too. */
function compareWords(a: Unit, b: Unit): number {
  const [few, many] = a.words.size <= b.words.size ? [a, b] : [b, a];
  if (few.sample.length < 8) return 0;
  const share = few.sample.filter((word) => many.words.has(word)).length / few.sample.length;
  return share >= 0.5 ? 2 : share >= 0.3 ? 1 : 0;
}

/** Across languages: one shared mark may be the fashion of the year, two are not. */
function compareMarks(a: Unit, b: Unit): number {
  const shared = [...a.marks].filter((mark) => b.marks.has(mark)).length;
  return Math.min(shared, 2);
}
