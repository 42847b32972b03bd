/**
 * China's five-year plans under all their names: “十四五”, 第十四个五年规划, the 14th Five-Year Plan, and what machines
 * make of 十四五 ("14-5", "145", "fourteen five"). The 10th plan began in 2001, each lasts five years.
 */
import { hanNumber } from '../../wording/numerals.ts';

export interface PlanYears {
  from: number;
  to: number;
}

const PLAN_WORDS: Record<string, number> = {
  ten: 10,
  tenth: 10,
  eleven: 11,
  eleventh: 11,
  twelve: 12,
  twelfth: 12,
  thirteen: 13,
  thirteenth: 13,
  fourteen: 14,
  fourteenth: 14,
  fifteen: 15,
  fifteenth: 15,
};
const WORD = Object.keys(PLAN_WORDS)
  .sort((a, b) => b.length - a.length)
  .join('|');
/** What follows a plan's name that a machine has mangled. */
const SLIP_AFTER = '(?= ?(?:strategic|cooperation|period|plan|planning|framework|development|five))';

export const HAN_PLAN = [
  `[“"']?十(?<plan>[一二三四五六])五[”"']?(?:发展)?(?:规划)?(?:期间|时期|期内|末)?`,
  `第十(?<nth>[一二三四五六])(?:个|次)五[个カか]?年(?:规划|计划|计画)?(?:期间|时期)?`,
].join('|');

export const LATIN_PLAN = [
  `["“']?(?:the )?(?<ordinal>1[0-6])(?:th|-th)? ?-? ?(?:five|5)[- ]?years?(?:[- ]plan)?(?: period)?["”']?`,
  `["“']?(?:the )?(?<fifth>1[0-6])(?:th|-th)? (?:five|FYP)\\b["”']?(?= ?(?:period|plan|development|,|\\.|\\())`,
  `["“']?(?:the )?(?<word>${WORD})[- ]five(?:[- ]years?)?(?: plan)?(?: period)?["”']?(?<=years?.{0,14}|plan.{0,9}|period.?|["”'])`,
  `(?<slip>["“']45["”']${SLIP_AFTER}|(?<![\\d.,])45(?= period)|during 45\\b)`,
  `["“'](?<joined>1[0-6])[- .]?5["”']${SLIP_AFTER}|(?<=period of (?:the )?)["“']?(?<during>1[0-6])[- ]?5["”']?(?!\\d)|(?<![\\d.,])(?<bare>1[0-6])-?5(?= (?:period|plan)\\b)`,
].join('|');

/** The plan's years from the groups of one of the patterns; null when the match is none of a plan. */
export function planYears(g: Record<string, string | undefined>): PlanYears | null {
  const number = planNumber(g);
  return number === null ? null : { from: 1951 + number * 5, to: 1955 + number * 5 };
}

function planNumber(g: Record<string, string | undefined>): number | null {
  const numeral = g.plan ?? g.nth;
  if (numeral !== undefined) return 10 + (hanNumber(numeral) ?? 0);
  const digits = g.ordinal ?? g.fifth ?? g.joined ?? g.during ?? g.bare;
  if (digits !== undefined) return Number(digits);
  if (g.word !== undefined) return PLAN_WORDS[g.word.toLowerCase()] ?? null;
  return g.slip === undefined ? null : 13;
}
