/**
 * Money in tranches: "2.3亿元 in 2015, 2.6亿元 in 2016-2017, 6.3亿元 in 2018-2020" is an agreement for 2015 to 2020. A
 * span grows by the spans and the single years that adjoin it in its sentence, when they are told with what is paid.
 */

import type { Stretch } from '../../wording/sentences.ts';
import type { Reading } from '../reading.ts';
import { indexAt } from '../within.ts';
import { type PeriodMention, spanOf } from './period-mention.ts';

/** A year with what is paid in it: 2015年投入, "RMB 230 million in 2015". */
const YEAR =
  /(?<![\d-])(?<han>20\d{2})年(?:将|计划|拟|安排|再)?(?:投|出资|安排)|(?:million|billion|crore|lakh|yuan|RMB|dollars?|\d) (?:in|for) (?<latin>20\d{2})(?![\d-])/g;

/** More lines of a list than this are not looked at. */
const MOST_TIED = 8;

interface Tranche extends Stretch {
  from: number;
  to: number;
}

export function trancheSpan(
  read: Reading,
  span: PeriodMention,
  periods: readonly PeriodMention[],
): PeriodMention {
  const sentence = listedWith(read, indexAt(read.sentences, span.start));
  if (!sentence || span.from === null || span.to === null) return span;
  const inside = ({ start, end }: Stretch): boolean => start >= sentence.start && end <= sentence.end;
  const others = [...periods.filter(inside).flatMap(asTranche), ...paidYears(read.text, sentence)];
  let whole: Tranche = { start: span.start, end: span.end, from: span.from, to: span.to };
  // Each round takes in at least one more, so there are no more rounds than tranches.
  for (let grown = true; grown; ) {
    const next = others.find(({ from, to }) => to === whole.from - 1 || from === whole.to + 1);
    grown = next !== undefined;
    if (next)
      whole = {
        start: Math.min(whole.start, next.start),
        end: Math.max(whole.end, next.end),
        from: Math.min(whole.from, next.from),
        to: Math.max(whole.to, next.to),
      };
  }
  return { ...span, start: whole.start, end: whole.end, ...spanOf(whole.from, whole.to) };
}

/** The sentence with those that a semicolon ties to it: tranches are a list. */
function listedWith({ sentences, text }: Reading, index: number): Stretch | null {
  const here = sentences[index];
  if (!here) return null;
  const tied = (at: number): boolean => {
    const sentence = sentences[at];
    return sentence !== undefined && /[;；]\s*$/.test(text.slice(sentence.start, sentence.end));
  };
  let [first, last] = [index, index];
  while (first > 0 && index - first < MOST_TIED && tied(first - 1)) first--;
  while (last - index < MOST_TIED && tied(last)) last++;
  return { start: sentences[first]?.start ?? here.start, end: sentences[last]?.end ?? here.end };
}

function asTranche({ kind, start, end, from, to }: PeriodMention): Tranche[] {
  return kind === 'range' && from !== null && to !== null ? [{ start, end, from, to }] : [];
}

function paidYears(text: string, sentence: Stretch): Tranche[] {
  return [...text.slice(sentence.start, sentence.end).matchAll(YEAR)].map((match) => {
    const written = match.groups?.han ?? match.groups?.latin ?? '';
    const start = sentence.start + match.index + match[0].indexOf(written);
    const year = Number(written);
    return { start, end: start + written.length + (match.groups?.han ? 1 : 0), from: year, to: year };
  });
}
