/** Who pays a sum. */
import type { Money } from '../../wording/money-sum.ts';
import type { Stretch } from '../../wording/sentences.ts';
import type { Findings } from '../findings.ts';
import type { CompanyMention, GovernmentMention } from '../names/mentions.ts';
import { asWritten } from '../reading.ts';
import { within } from '../within.ts';

/** The parties of the deal: its companies by their ledger names, its government by its name when it is one. */
export interface Own {
  own: readonly string[];
  government: string | null;
}

export interface Part {
  clause: Stretch;
  sentence: Stretch;
}

/** "The operator is allocating", 该公司将投入: the company of the deal, not named again. */
const POINTS =
  /该公司|该集团|公司(?:将|计划|拟)|\b[Tt]he (?:operator|company|firm|telco|carrier|provider|vendor)\b(?!')/u;

/** 由市财政支付: the government of the deal. */
const TREASURY = /^[^。;]{0,8}由(?:[省市区县州]|自治区)?(?:级|本级)?财政/u;
/** 由中国移动承担, "will be paid by the county": who stands behind the sum. */
const BEHIND =
  /^[^,。;]{0,16},?(?:其中)?(?:全部|均|主要)?由$|^[^,;.]{0,40}\b(?:borne|paid|funded|financed|provided|covered|put up|met) by (?:the )?$/u;

/**
 * Who pays: whom the sum is said to come from behind it; in English the party right before the word of paying; the
 * company that stands last before the sum in its clause, else in its sentence.
 */
export function payerOf(
  findings: Findings,
  money: Money,
  { clause, sentence, own, government }: Part & Own,
): string | null {
  const { companies, governments, read } = findings;
  const parties = (from: number, to: number): (CompanyMention | GovernmentMention)[] =>
    [
      ...within(companies, from, to).filter(({ kind }) => kind !== 'other'),
      ...within(governments, from, to).filter(({ kind }) => kind === 'organ' || kind === 'generic'),
    ].sort((a, b) => a.start - b.start);
  const nameOf = (party: CompanyMention | GovernmentMention): string => {
    if ('canonical' in party) return party.canonical;
    // 县府, "the county": the government of the deal, by its name.
    return (party.kind === 'generic' ? government : null) ?? asWritten(read, party);
  };
  const behind = parties(money.end, Math.min(sentence.end, money.end + 60)).find(({ start }) =>
    BEHIND.test(read.text.slice(money.end, start)),
  );
  // 由甲与乙筹措: both pay, and the text does not say how much each.
  if (behind) return /^(?:与|和|、| and )/u.test(read.text.slice(behind.end)) ? null : nameOf(behind);
  if (
    TREASURY.test(read.text.slice(money.end, Math.min(sentence.end, money.end + 24))) &&
    government !== null
  )
    return government;
  const beside = parties(clause.start, money.start).at(-1);
  // "the city will provide $1m and Naver $2m": a row goes on without its verb.
  const inRow = beside && /(?:, | and )$/.test(read.text.slice(clause.start, beside.start));
  if (inRow && read.text.slice(beside.end, money.start) === ' ') return nameOf(beside);
  if (!/\p{Script=Han}/u.test(read.text.slice(money.start, money.end))) {
    const word = within(findings.cues.money, clause.start, money.start).findLast(({ classes }) =>
      classes.includes('invest'),
    );
    const payer = parties(clause.start, word?.start ?? money.start).at(-1);
    if (payer) return nameOf(payer);
  }
  const before = (range: Stretch): CompanyMention | undefined =>
    within(companies, range.start, money.start)
      .filter(({ kind }) => kind !== 'other')
      .at(-1);
  const company = before(clause) ?? before(sentence);
  const state = within(governments, clause.start, money.start)
    .filter(({ kind }) => kind === 'organ' || kind === 'generic')
    .at(-1);
  if (state && (!company || company.start < clause.start)) return nameOf(state);
  const [only, second] = own;
  const points = only !== undefined && !second && POINTS.test(read.text.slice(clause.start, money.start));
  return company?.canonical ?? (points ? only : null);
}
