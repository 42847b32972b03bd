/**
 * The money of an agreement: what a party puts in.
 *
 * A sum counts when its clause speaks of investing, costing or being worth, and of nothing that makes it a hope
 * (induced output, revenue, demand), a past spending or a price. A sum in brackets behind another is its conversion.
 */

import type { Money } from '../../wording/money-sum.ts';
import type { Stretch } from '../../wording/sentences.ts';
import { type Act, clauseAt } from '../acts.ts';
import type { Cue } from '../cues.ts';
import { OF_THE_DEAL } from '../deal-words.ts';
import type { Findings } from '../findings.ts';
import { indexAt, within } from '../within.ts';
import { countryOf } from './country.ts';
import { type Own, type Part, payerOf } from './payers.ts';
import {
  induces,
  isAfterIt,
  isAhead,
  isAttribute,
  isNotIt,
  isOwnMoney,
  isPriceTag,
  isTally,
  LOOKS_BACK,
  pays,
  SHARE_OF,
  SIZE_OF,
} from './sum-context.ts';
import { isAbout, isConversion, isPartOf, isShare } from './sum-parts.ts';

export interface AgreedAmount {
  money: Money;
  currency: string;
  /** A canonical company, a government as named, or null. */
  payer: string | null;
}

const HAN = /\p{Script=Han}/u;
/** More sums than this are a table, not an agreement's. */
const MOST_AMOUNTS = 40;

export function agreedAmounts(
  findings: Findings,
  { acts, own, government }: { acts: readonly Act[] } & Own,
  allowed: (at: number) => boolean,
): AgreedAmount[] {
  const country = countryOf(findings);
  const found = new Map<string, AgreedAmount>();
  // "MobiFone pledges US$22.4 million … VND500 billion (US$22.4 million)": the same sum, told twice.
  const converted = findings.money.filter((one) => isConversion(findings, one));
  let last: Money | null = null;
  for (const money of findings.money) {
    if (!allowed(money.start) || converted.some((one) => isAbout(one, money))) continue;
    const part = clauseOf(findings, money);
    if (!part || !(counts(findings, acts, money, part) || isPartOf(findings, last, money, part))) continue;
    last = money;
    const currency = (country && money.sign.shared?.[country]) || money.sign.currency;
    const key = `${money.value} ${currency}`;
    const same = found.get(key);
    const payer = payerOf(findings, money, { ...part, own, government });
    if (same) same.payer ??= payer;
    else found.set(key, { money, currency, payer });
    if (found.size >= MOST_AMOUNTS) break;
  }
  return [...found.values()];
}

function clauseOf({ read }: Findings, money: Money): Part | null {
  const sentence = read.sentences[indexAt(read.sentences, money.start)];
  if (!sentence) return null;
  const han = HAN.test(read.text.slice(money.start, money.end));
  return {
    sentence,
    clause: han ? clauseAt(read.text, sentence, money.start) : latinClause(read.text, sentence, money),
  };
}

/** English clauses end at semicolons, at ", while", ", with", ", creating" and the like; not at commas of a list. */
function latinClause(text: string, sentence: Stretch, money: Stretch): Stretch {
  const breaks =
    /;|,? (?:while|whereas|which|and (?:is|are|to|will|raises|creates)|expected to|but|as well as)\b|, (?:with|creating|generating|accounting|up|of which)\b/g;
  let { start, end } = sentence;
  for (const match of text.slice(sentence.start, sentence.end).matchAll(breaks)) {
    const at = sentence.start + match.index;
    if (at < money.start) start = at;
    else if (at >= money.end) {
      end = at;
      break;
    }
  }
  return { start, end };
}

function counts(findings: Findings, acts: readonly Act[], money: Money, { clause, sentence }: Part): boolean {
  const { cues, read } = findings;
  const inClause = (group: 'money' | 'waste' | 'spent'): Cue[] =>
    within(cues[group], clause.start, clause.end);
  const han = HAN.test(read.text.slice(money.start, money.end));
  if (inClause('money').some(({ classes }) => classes.includes('unit_price'))) return false;
  // "Each station costs over Sh30 million".
  if (/\beach (?:[a-z]+ ){1,3}costs?\b/.test(read.lower.slice(clause.start, money.start))) return false;
  const spent = inClause('spent').some(
    (word) =>
      distance(word, money) <= (han ? 30 : 80) &&
      // "Have put pen to paper" puts no money.
      !acts.some(({ cue }) => cue.start < word.end && word.start < cue.end) &&
      !/\bbe $/.test(read.lower.slice(word.start - 3, word.start)),
  );
  const sofar = read.text.slice(sentence.start, money.start);
  if (han && isAfterIt(read.text, money, sentence)) return false;
  if ((spent || LOOKS_BACK.test(sofar)) && !isAhead(sofar)) return false;
  if (isElsewhere(findings, acts, money, { clause, sentence })) return false;
  const wasted = inClause('waste');
  // "an output value of": the "value of" in it is no price.
  const invest = inClause('money').filter(
    (word) =>
      word.classes.includes('invest') &&
      !wasted.some(({ start, end }) => start < word.start && word.end <= end),
  );
  const before = lastBefore(invest, money);
  if (isShare(findings, money, sentence)) return true;
  // "not the £70m that had been going round, but £51m".
  if (/\bnot (?:the )?[^,;]{3,70}, but (?:about |some )?$/.test(sofar)) return true;
  if (SIZE_OF.test(sofar) || SHARE_OF.test(sofar) || isNotIt(sofar, read.text.slice(money.end, clause.end)))
    return false;
  if (isTally(read.lower.slice(sentence.start, money.start))) return false;
  if (/[^产输付支进演复]出(?:资)?约?$/u.test(read.text.slice(money.start - 4, money.start))) return true;
  const waste = lastBefore(wasted, money);
  if (rightBehind(read.text, wasted, money, han)) return false;
  if (waste && (!before || waste.start > before.start || induces(read.text, waste, before))) return false;
  if (before && money.start - before.end <= (han ? 40 : 120))
    return !money.bare || money.start - before.end <= 14;
  if (rightBehind(read.text, invest, money, han)) return true;
  if (pays(read.text, money, clause) || isOwnMoney(read.lower.slice(money.end, money.end + 70))) return true;
  if (isPriceTag(read.lower.slice(sentence.start, money.start), read.lower.slice(money.end, money.end + 8)))
    return true;
  return !money.bare && (actNamesSum(findings, acts, money, sentence) || isAttribute(read.lower, money));
}

/** 4家通信企业将投入: a project or companies that are only counted. */
const WHO_PAYS =
  /项目|\p{Script=Han}{2}公司(?:未来|今后|将|计划|拟|在)|[\d两三四五六各]家[^,。;]{0,6}(?:企业|公司|运营商)|该公司/u;

/** A place's own plans: it stands before the sum, and its sentence has no company, no act, no word of the agreement. */
function isElsewhere(
  { read, companies, places, governments }: Findings,
  acts: readonly Act[],
  money: Money,
  { clause, sentence }: Part,
): boolean {
  const { start, end } = sentence;
  if (acts.some((act) => act.sentence === sentence) || within(companies, start, end).length > 0) return false;
  const words = read.lower.slice(start, end);
  if (OF_THE_DEAL.test(words) || WHO_PAYS.test(words) || /^(?:its|their) /.test(words)) return false;
  // "Central Bedfordshire Council is investing an additional £1.2 million": an office that signed, by the same words.
  const written = ({ start: from, end: to }: Stretch): string => read.text.slice(from, to);
  const offices = within(governments, clause.start, money.start).filter(({ kind }) => kind === 'organ');
  const signed = acts.flatMap((act) =>
    within(governments, act.sentence.start, act.sentence.end).map(written),
  );
  if (offices.some((one) => signed.includes(written(one)))) return false;
  return (
    within(places, clause.start, money.start).length +
      within(governments, clause.start, money.start).filter(({ place }) => place !== null).length >
    0
  );
}

function lastBefore(cues: readonly Cue[], money: Money): Cue | null {
  return cues.findLast(({ end }) => end <= money.start) ?? null;
}

/** 800亿产业投入, "5 billion yuan in revenue": the word that follows the sum says what it is. */
function rightBehind(text: string, cues: readonly Cue[], money: Money, han: boolean): boolean {
  return cues.some(
    ({ start }) =>
      start >= money.end &&
      start - money.end <= (han ? 4 : 30) &&
      !/[、,;.]|\bfrom\b/u.test(text.slice(money.end, start)),
  );
}

/** "signed a 300-million-yuan contract", 签订3亿元合同: the sum is a part of the document's name. */
function actNamesSum({ read }: Findings, acts: readonly Act[], money: Money, sentence: Stretch): boolean {
  const after = read.lower.slice(money.end, money.end + 70);
  return (
    acts.some((act) => act.sentence === sentence) &&
    /^(?:, |[ -])?(?:的|\S{0,6}(?:合同|协议|项目)|(?:[a-z-]+ ){0,4}(?:contract|agreement|deal|mou|pact|project|extension|renewal|lease))/u.test(
      after,
    )
  );
}

function distance(a: Stretch, b: Stretch): number {
  return a.end <= b.start ? b.start - a.end : Math.max(0, a.start - b.end);
}

/** Sums that contradict each other: the same digits, the same payer, another number of zeros. */
export function contradictions(amounts: readonly AgreedAmount[]): AgreedAmount[] {
  return amounts.filter((one) =>
    amounts.some(
      (other) =>
        other !== one &&
        other.currency === one.currency &&
        !one.money.bound &&
        !other.money.bound &&
        (other.payer === one.payer || other.payer === null || one.payer === null) &&
        [10, 100, 1000, 0.1, 0.01, 0.001].includes(
          Number((other.money.value / one.money.value).toPrecision(6)),
        ),
    ),
  );
}
