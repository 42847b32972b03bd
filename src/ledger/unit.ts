/** One agreement of one report, with everything the joining compares worked out once. */
import type { Agreement } from '../domain/agreement.ts';
import type { FiledReport } from '../domain/report.ts';
import { normalForm } from '../wording/normal-form.ts';
import { marksOf } from './marks.ts';
import { isHan, placeKey, plainKey } from './name-keys.ts';
import { blockKeysOf, type Parties, partiesOf } from './parties.ts';
import { signingWindow, type Window } from './signing-window.ts';

export interface Ref {
  /** Report id. */
  id: string;
  /** Place among the report's agreements. */
  index: number;
}

export interface Unit {
  ref: Ref;
  /** Sorts units by content: report id and index. */
  key: string;
  report: FiledReport;
  agreement: Agreement;
  parties: Parties;
  window: Window;
  blocks: string[];
  /** `CNY 10000000000`. */
  amounts: Set<string>;
  document: string;
  documentHan: boolean;
  place: string;
  /** `2016-2020`, `3y` or empty. */
  period: string;
  /** Id of the earliest copy of the report; its own when it is none. */
  voice: string;
  /** Names, figures and pairs of characters in the opening. */
  words: Set<string>;
  /** True for a report in Chinese characters. */
  han: boolean;
  marks: Set<string>;
  /** A bounded sample of the words, of every text the same ones. */
  sample: string[];
}

/** Bodies are compared by their opening: the signing is told there. */
const TEXT_READ = 1_500;
const WORDS_KEPT = 120;
const WORD = /\p{Script=Han}{2}|\p{Lu}[\p{L}]{2,}|\d[\d.,]{1,}/gu;

export function refKey({ id, index }: Ref): string {
  return `${id}\u0000${String(index).padStart(3, '0')}`;
}

export function unitsOf(report: FiledReport, copies: ReadonlyMap<string, string>): Unit[] {
  if (report.agreements.length === 0) return [];
  const text = `${report.title ?? ''}\n${report.body.slice(0, TEXT_READ)}`;
  const normal = normalForm(text).text;
  const plain = normal.toLowerCase();
  const marks = marksOf(plain);
  const han = isHan(plain.slice(0, 400));
  const words = wordsOf(normal);
  const sample = sampleOf(words);
  return report.agreements.map((agreement, index) => {
    const parties = partiesOf(agreement, plain);
    return {
      ref: { id: report.id, index },
      key: refKey({ id: report.id, index }),
      report,
      agreement,
      parties,
      window: signingWindow(agreement, report),
      blocks: blockKeysOf(parties),
      amounts: new Set(agreement.amounts.map(({ value, currency }) => `${currency} ${value}`)),
      document: plainKey(agreement.document ?? ''),
      documentHan: isHan(agreement.document ?? ''),
      place: agreement.place ? placeKey(agreement.place) : '',
      period: periodKey(agreement),
      voice: copies.get(report.id) ?? report.id,
      words,
      sample,
      han,
      marks,
    };
  });
}

function periodKey({ period }: Agreement): string {
  if (!period) return '';
  if (period.from && period.to) return `${period.from.slice(0, 4)}-${period.to.slice(0, 4)}`;
  if (period.years) return `${period.years}y`;
  return period.to ? `-${period.to.slice(0, 4)}` : '';
}

function wordsOf(text: string): Set<string> {
  const words = new Set<string>();
  for (const shift of [0, 1]) for (const word of text.slice(shift).match(WORD) ?? []) words.add(word);
  return words;
}

/** The words with the least hashes. */
function sampleOf(words: Set<string>): string[] {
  const ranked = [...words].map((word) => ({ word, rank: rankOf(word) }));
  ranked.sort((a, b) => a.rank - b.rank || (a.word < b.word ? -1 : 1));
  return ranked.slice(0, WORDS_KEPT).map(({ word }) => word);
}

/** FNV-1a, spread: the same words are kept of every text. */
function rankOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0;
}
