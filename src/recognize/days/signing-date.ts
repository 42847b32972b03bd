/**
 * The day of the signing (EDTF): from the words beside the act, with what they leave open filled from the dateline.
 *
 * In the act's clause first, then its sentence, then the neighbouring sentence before it. A day without a month takes
 * the dateline's; without any base the open parts stay X. Without a date beside the act the month of the dateline
 * is taken, unless the text says "recently".
 */
import type { SignedOn } from '../../domain/agreement.ts';
import type { Stretch } from '../../wording/sentences.ts';
import type { Act } from '../acts.ts';
import type { Findings } from '../findings.ts';
import type { GovernmentMention } from '../names/mentions.ts';
import { indexAt, within } from '../within.ts';
import { type DateMention, type Day, ordinal, urlYear } from './calendar.ts';
import { type Dateline, daysBefore, isoDay, onlyYear } from './dateline.ts';
import { monthOnly, resolveDate } from './resolve-date.ts';

export interface Signing extends SignedOn {
  /** Words that tell the date; the act's own when only the dateline does. */
  at: Stretch;
  /** Told beside the act, not only by the dateline or the lead. */
  told: boolean;
  /** 0 in the act's sentence, 1 in the one before, 2 where the scene was set, 3 in the lead, 4 by the dateline alone. */
  rank: number;
}

export function signingDate(
  findings: Findings,
  act: Act,
  line: Dateline,
  governments: readonly GovernmentMention[],
): Signing | null {
  const base = line.base ? line : yearBeside(findings, act, line);
  for (const [rank, dates] of candidates(findings, act, line).entries()) {
    for (const date of rank === 0 ? respective(findings, act, { dates, governments }) : dates) {
      const signed = resolveDate(findings, date, base.base);
      if (!signed || (rank === 3 && !isFresh(signed, line.base))) continue;
      return { ...signed, at: { start: date.start, end: date.end }, told: rank < 2, rank };
    }
  }
  const month = saysRecently(findings, act) ? null : monthOnly(findings, act.sentence, line.base);
  return month && { ...month, at: act.cue, told: false, rank: 4 };
}

/** Days after which a day told in the lead is no longer that of the news. */
const FRESH = 10;
/** How far back a scene may have been set, in sentences. */
const BACK = 8;
/** How far behind the act its ceremony may be told, in sentences. */
const AHEAD = 3;
const DATE_OF = /\bdate of (?:conclusion|signing|signature|execution|(?:the )?agreement) ?:/;
const TOOK_PLACE =
  /\b(?:signing|ceremony|document|memorandum|mou|contract|agreement|it) (?:[a-z ]{0,30})?(?:took place|was held|were held|was done|was carried out|was conducted|was signed|was inked)\b/;
const SCENE =
  /[会期]上|会后|会见后|会谈后|座谈后|其间|会议期间|仪式|当[天日]|同[日天]|现场|随后|双方|\b(?:same day|that day|the ceremony|the event|the occasion|afterwards|later|the two sides|both sides|the parties)\b/;

/** Date words that may belong to the act, the likeliest first, by rank. */
function candidates(findings: Findings, act: Act, line: Dateline): DateMention[][] {
  const { read } = findings;
  const usable = (range: Stretch): DateMention[] =>
    within(line.told, range.start, range.end).filter((date) => !isAside(read.text, date, line.base));
  const days = (range: Stretch | undefined): DateMention[] =>
    range && range.start >= read.bodyStart
      ? usable(range).filter(
          ({ day, daysAgo, weekday }) => day !== null || daysAgo !== null || weekday !== null,
        )
      : [];
  const byDistance = (dates: DateMention[]): DateMention[] =>
    [...dates].sort((a, b) => distance(a, act.cue) - distance(b, act.cue));
  const own = [...byDistance(usable(act.clause)), ...byDistance(usable(act.sentence))];
  if (saysRecently(findings, act)) return [own];
  const before = days(read.sentences[act.sentenceIndex - 1]).filter(({ weekday }) => weekday === null);
  const scene: DateMention[] = [];
  if (SCENE.test(read.lower.slice(act.sentence.start, act.sentence.end))) {
    for (let index = act.sentenceIndex - 2; index >= Math.max(0, act.sentenceIndex - BACK); index--)
      scene.push(...days(read.sentences[index]));
  }
  // "The signing took place in Jakarta, Tuesday (17/1/2018)": told behind it.
  for (const sentence of read.sentences.slice(act.sentenceIndex + 1, act.sentenceIndex + 1 + AHEAD)) {
    if (TOOK_PLACE.test(read.lower.slice(sentence.start, sentence.end))) scene.push(...days(sentence));
  }
  // "2. Date of conclusion: October 8, 2021": an item of a release.
  const item = DATE_OF.exec(read.lower);
  if (item) before.unshift(...days(read.sentences[indexAt(read.sentences, item.index)]));
  const lead = read.lead;
  return [own, before, scene, [...days(read.sentences[lead]), ...days(read.sentences[lead + 1])]];
}

/** 甲省、乙市在21日、20日先后签署: as many days as governments, each its own. */
function respective(
  { read, governments: all }: Findings,
  { clause }: Act,
  { dates, governments }: { dates: DateMention[]; governments: readonly GovernmentMention[] },
): DateMention[] {
  if (dates.length < 2 || governments.length !== 1) return dates;
  const days = [...new Set(dates)].filter(({ start, end }) => start >= clause.start && end <= clause.end);
  days.sort((a, b) => a.start - b.start);
  const inRow = days.every(
    ({ end }, i) =>
      i === days.length - 1 || /^(?:、|和|及| and )$/u.test(read.text.slice(end, days[i + 1]?.start)),
  );
  const named = within(all, clause.start, clause.end).filter(
    ({ kind }) => kind === 'organ' || kind === 'place',
  );
  const own = named.findIndex(
    ({ start, place }) => start === governments[0]?.start || place === governments[0]?.place,
  );
  const day = days[own];
  return inRow && days.length === named.length && day ? [day, ...dates] : dates;
}

/** A day right before the dateline's. */
function isFresh({ date, precision }: SignedOn, base: Day | null): boolean {
  const day = precision === 'day' && base ? isoDay(date) : null;
  if (!day || !base) return false;
  if (base.day === 0) return day.year === base.year && day.month === base.month;
  const age = ordinal(base) - ordinal(day);
  return age >= 0 && age <= FRESH;
}

function distance(date: Stretch, cue: Stretch): number {
  return date.end <= cue.start ? cue.start - date.end : (date.start - cue.end) * 1.5;
}

/** Deadlines, founding years, ends of a range: dates that cannot be the signing's. */
function isAside(text: string, date: DateMention, base: Day | null): boolean {
  const { start, end, month } = date;
  if (
    /(?:到|至|截至|自|从|since|by|until|through|before|by the end of|as of|till) ?$/i.test(
      text.slice(Math.max(0, start - 14), start),
    )
  )
    return true;
  if (month === null) return false;
  // 2月底,…签署 tells a day that is over, 6月底前 a deadline.
  const after = text.slice(end, end + 3);
  if (/^[底末](?!前|之前)/u.test(after) && base && (daysBefore(base, date) ?? -1) >= 0) return false;
  return /^(?:底|末|起|以来|前|之前)/u.test(after);
}

/** Without any base: a year named in the act's sentence (2015世界互联网大会) serves, counted from its end. */
function yearBeside({ read }: Findings, act: Act, line: Dateline): Dateline {
  const beside = /(?<!\d)(20[0-3]\d)(?=年|\(|\p{Script=Han}| \p{Lu}|, on \p{Lu})/u.exec(
    read.text.slice(act.sentence.start, act.sentence.end),
  )?.[1];
  const year =
    beside === undefined ? (onlyYear(read) ?? toldYear(line) ?? urlYear(read.article.url)) : Number(beside);
  return year === null ? line : { ...line, base: { year, month: 12, day: 0 } };
}

/** The one year that dates of the text and its headline are told with: "regular meeting November 15, 2022". */
function toldYear({ dates }: Dateline): number | null {
  const years = new Set(dates.flatMap(({ year, day }) => (year !== null && day !== null ? [year] : [])));
  const [year] = years;
  return years.size === 1 && year !== undefined ? year : null;
}

function saysRecently({ cues }: Findings, act: Act): boolean {
  return within(cues.time, act.sentence.start, act.sentence.end).some(({ classes }) =>
    classes.includes('recently'),
  );
}
