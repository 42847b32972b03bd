/** Sums that belong to another: its parts and shares, and the same sum told again in another currency. */
import type { Money } from '../../wording/money-sum.ts';
import type { Stretch } from '../../wording/sentences.ts';
import type { Findings } from '../findings.ts';
import { within } from '../within.ts';
import type { Part } from './payers.ts';

/** 总投资18亿元,首期7亿元; "RM60 million, of which RM20 million": a part of the sum before it. */
export function isPartOf(
  findings: Findings,
  last: Money | null,
  money: Money,
  { sentence, clause }: Part,
): boolean {
  const {
    read: { lower },
    cues,
  } = findings;
  if (!last || money.bare || money.start < last.end) return false;
  const between = lower.slice(last.end, money.start);
  // "puts in 2 billion yuan. Out of this, 1 billion yuan is for the base".
  if (last.start < sentence.start)
    return (
      between.length < 160 &&
      /^(?:out )?of (?:this|that|the total|this (?:sum|amount|total))\b[^.;]{0,20}$/.test(
        lower.slice(sentence.start, money.start),
      )
    );
  // "18 million comes from A, 10 million from B and 7 million from C".
  if (
    /^(?: (?:comes|come|is|was|are))? from [^,;.]{2,60},? (?:and )?$/.test(between) &&
    /^ from /.test(lower.slice(money.end, money.end + 6))
  )
    return true;
  // "The council is putting in £4.1 million and BT £8.3 million".
  if (/^,? (?:and|while) (?:the )?[\p{L}&' -]{2,40} $/u.test(between) && payerBefore(findings, money))
    return true;
  if (/^[、和及](?:\p{Script=Han}|出资){0,6}$/u.test(between)) return true;
  if (between.length > 60 || within(cues.waste, clause.start, clause.end).length > 0) return false;
  return /其中|首期|一期|二期|首批|首年|当年|of which|including|first (?:phase|tranche|year|instal)|initial/.test(
    between,
  );
}

/** $110 million of a headline for ($110.8 million). */
export function isAbout(a: Money, b: Money): boolean {
  return a.sign.currency === b.sign.currency && Math.abs(a.value - b.value) <= 0.02 * a.value;
}

/** A company or a government right before a sum. */
function payerBefore({ companies, governments }: Findings, { start }: Money): boolean {
  return [companies, governments].some((list) =>
    within<Stretch>(list, start - 60, start).some(({ end }) => end === start - 1),
  );
}

/** "30 billion yuan ($4.4 billion)": the bracket says the same sum again. */
export function isConversion({ read, money }: Findings, { start }: Money): boolean {
  if (
    !/\($|\((?:about|around|approximately|roughly|some|or|equivalent to|约合|折合|约|合|相当于|US)? ?$/.test(
      read.text.slice(Math.max(0, start - 16), start),
    )
  )
    return false;
  return within(money, start - 80, start).some((other) => other.end <= start && start - other.end <= 18);
}

/** 移动10.5亿元,电信7.2亿元: shares of a sum, each right behind its company. */
export function isShare({ companies, money }: Findings, one: Money, { start, end }: Stretch): boolean {
  const stands = ({ start: at }: Money): boolean =>
    within(companies, start, at).some((company) => company.end === at);
  return stands(one) && within(money, start, end).filter(stands).length > 1;
}
