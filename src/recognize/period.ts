/**
 * The time an agreement covers: a five-year plan, a number of years, two years with what lies between, a deadline.
 *
 * China's plans: the 10th began in 2001, each lasts five years. "45" is a known mistranslation of 十三五.
 */
import type { Period } from '../domain/agreement.ts';
import { HAN_DIGITS, hanNumber, latinNumber, NUMBER_WORDS } from '../wording/numerals.ts';
import type { Stretch } from '../wording/sentences.ts';

export interface PeriodMention extends Stretch {
  kind: 'plan' | 'years' | 'months' | 'range' | 'term' | 'deadline';
  from: number | null;
  to: number | null;
  years: number | null;
}

const PLAN_WORDS: Record<string, number> = {
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
};
const MONTH_NAMES = 'January|February|March|April|May|June|July|August|September|October|November|December';
const N = `\\d{1,2}|(?:${NUMBER_WORDS})(?: \\(\\d{1,2}\\))?`;
const PATTERN = new RegExp(
  [
    `[“"']?十(?<tail>[一二三四五六])五[”"']?的?后(?<rest>[两二三四])年`,
    `[“"']?十(?<plan>[一二三四五六])五[”"']?(?:规划)?(?:期间|时期)?`,
    `第十(?<nth>[一二三四五六])(?:个|次)五[个カか]?年(?:规划|计划|计画)?(?:期间|时期)?`,
    `[“"']?(?:the )?(?<ordinal>1[0-6])(?:th|-th)? ?[- ]?five[- ]?years?(?: plan)?(?: period)?[”"']?`,
    `(?<word>${Object.keys(PLAN_WORDS).join('|')}) five[- ]years?(?: plan)?(?: period)?`,
    `(?<slip>[“"]45[”"](?= ?(?:strategic|cooperation|period|plan|framework))|(?<![\\d.])45(?= period))|during 45\\b`,
    `(?<!\\d)(?<from>20\\d{2}) ?年?(?:\\d{1,2}月(?:\\d{1,2}日)?起?)?(?:-|~|至|到|—| to | and | through |/)(?:${MONTH_NAMES})? ?(?<to>20\\d{2})(?!\\d|-\\d)(?:年(?:\\d{1,2}月(?:\\d{1,2}日)?)?(?:底|末|止)?)?`,
    `(?:今后|未来|接下来|下一步|力争|将?在|为期|(?:合作|服务|合同|协议|建设|有效|合作协议)?(?:期限|周期|期)为?|连续|用|历时|分)?(?:的)?(?<![\\d${HAN_DIGITS}.])(?:(?<low>\\d{1,2}|[${HAN_DIGITS}]{1,2})(?:到|至|-|~))?(?<years>\\d{1,2}|[${HAN_DIGITS}]{1,2}) ?年(?:内|间|期|之内|时间)?`,
    `(?:为期|未来|今后|合作期|服务期|期限为?|期)(?<hmonths>\\d{1,2}|[${HAN_DIGITS}]{1,3})个月`,
    `(?:the )?(?:next|coming|following|over|within|in|for|during|initial term of|period of|term of)?(?: the)?(?: (?:next|coming|following))? ?\\b(?<count>${N})[- ](?<unit>years?|months?)\\b`,
    `(?:有效期限?|合作期限?|服务期限?|合同期限?|协议期限?|期限|为期)(?:为|从)?(?:截?至|到|截止到?|延续?[至到])(?<term>20\\d{2})年(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:底|末|止|前)?`,
    `(?<!截)(?:到|至)(?<till>20\\d{2})年(?!度)(?:底|末|止|前)?|(?<!截[至止]?到?)(?<by>20\\d{2})年(?:底|末)`,
    `\\b(?:by|until|till|through|up to|to)(?: the)?(?: end of)?(?: \\d{1,2}(?:st|nd|rd|th)?)?(?: (?:${MONTH_NAMES}))?(?: \\d{1,2})?,? (?<end>20\\d{2})\\b(?![,.]\\d| [a-z]{3,}s\\b)`,
  ].join('|'),
  'giu',
);
const LEADS =
  /^(?:今后|未来|接下来|力争|将?在|为期|(?:合作|服务|合同|协议|建设|有效|合作协议)?(?:期限|周期|期)为?|连续|用|历时|分)/u;

export function findPeriods(text: string): PeriodMention[] {
  const found: PeriodMention[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const mention = readPeriod(text, match);
    if (mention) found.push(mention);
  }
  return found;
}

function readPeriod(text: string, match: RegExpExecArray): PeriodMention | null {
  const g = match.groups ?? {};
  const span = { start: match.index, end: match.index + match[0].length };
  if (g.rest !== undefined) return { ...span, kind: 'years', from: null, to: null, years: hanNumber(g.rest) };
  const plan = planNumber(g, match[0]);
  if (plan !== null) {
    const from = 2001 + (plan - 10) * 5;
    return { ...span, kind: 'plan', from, to: from + 4, years: 5 };
  }
  if (g.from !== undefined) {
    const [from, to] = [Number(g.from), Number(g.to)];
    return to > from && to - from < 30 ? { ...span, kind: 'range', from, to, years: to - from + 1 } : null;
  }
  if (g.hmonths !== undefined) {
    const start = span.end - g.hmonths.length - 2;
    return { start, end: span.end, kind: 'months', from: null, to: null, years: null };
  }
  if (g.years !== undefined) return hanYears(text, match[0], g.years, span);
  if (g.count !== undefined) return latinYears(text, g, span);
  const deadline = g.term ?? g.till ?? g.by ?? g.end;
  if (deadline === undefined) return null;
  const kind = g.term !== undefined || /^(?:until|till|through)/i.test(match[0]) ? 'term' : 'deadline';
  return { ...span, kind, from: null, to: Number(deadline), years: null };
}

function planNumber(g: Record<string, string | undefined>, written: string): number | null {
  const numeral = g.plan ?? g.nth;
  if (numeral !== undefined) return 10 + (hanNumber(numeral) ?? 0);
  if (g.ordinal !== undefined) return Number(g.ordinal);
  if (g.word !== undefined) return PLAN_WORDS[g.word.toLowerCase()] ?? null;
  return g.slip !== undefined || /^during 45/i.test(written) ? 13 : null;
}

/** 今后三年, 5年内; not 近三年, 十年来, 2016年. */
function hanYears(text: string, written: string, number: string, span: Stretch): PeriodMention | null {
  const years = /^\d/.test(number) ? Number(number) : hanNumber(number);
  if (years === null || years < 1 || years > 30) return null;
  const before = text.slice(Math.max(0, span.start - 3), span.start);
  const after = text.slice(span.end, span.end + 2);
  if (
    /[近过去每前第半]$/u.test(before) ||
    /^(?:来|前|级|度|多|以上|以来|新增|\d|[底初末]|保持|位居|居全|蝉联|获评|荣获|增长|上榜|稳居)/u.test(after)
  )
    return null;
  const told = LEADS.test(written) || /(?:内|期|间|时间)$/u.test(written) || /^[合投计建总]/u.test(after);
  return told ? { ...span, kind: 'years', from: null, to: null, years } : null;
}

function latinYears(
  text: string,
  g: Record<string, string | undefined>,
  span: Stretch,
): PeriodMention | null {
  const count = latinNumber((g.count ?? '').replace(/ \(\d+\)$/, ''));
  if (count === null || count < 1 || count > 99) return null;
  const number =
    span.start +
    text
      .slice(span.start, span.end)
      .toLowerCase()
      .lastIndexOf((g.count ?? '').toLowerCase());
  const before = text.slice(Math.max(0, number - 24), number).toLowerCase();
  const after = text.slice(span.end, span.end + 8).toLowerCase();
  const start = text.slice(span.start, span.end);
  if (/\b(?:past|last|previous|recent|more than|than|almost|nearly|of) (?:the )?$/.test(before)) return null;
  if (/^(?: ago| old| later| of exp|-old)/.test(after)) return null;
  const from = span.start + (start.length - start.trimStart().length);
  if (/^months?/i.test(g.unit ?? ''))
    return { start: number, end: span.end, kind: 'months', from: null, to: null, years: null };
  return { start: from, end: span.end, kind: 'years', from: null, to: null, years: count };
}

export function asPeriod({ from, to, years }: PeriodMention, asWritten: string): Period {
  return { asWritten, from: from === null ? null : String(from), to: to === null ? null : String(to), years };
}
