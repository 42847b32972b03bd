/**
 * Periods in Chinese: 今后三年, 有效期至2027年底, 2021年至2025年, 工期18个月, “十四五”期间. Not 近三年, 十年来, 2016年.
 */
import { HAN_DIGITS, hanNumber } from '../../wording/numerals.ts';
import { type PeriodMention, spanOf, yearsOf } from './period-mention.ts';
import { HAN_PLAN, planYears } from './plans.ts';

const N = `\\d{1,3}|[${HAN_DIGITS}]{1,3}`;
const YEAR = '(?:20\\d{2}|(?<!\\d)1[01]\\d)';
const DAY = '(?: ?年 ?(?:\\d{1,2} ?月(?: ?份)?(?:\\d{1,2} ?[日号])?)?)';
/** The agreement's own term: 合作期限为, 有效期, 一签. */
const TERM =
  '(?:(?:有效|合作|服务|合同|协议|协议书|建设|特许经营|经营|运营|运行|租赁|租用|履约|施工|项目|执行|实施|试点|合约|约|首|维保|质保|总)?(?:有效期|期限|期间|年限|周期|工期|时限|期)(?:限)?|首期(?:合作|服务|建设)|一签)(?:为|是|约|暂定为?|定为|共|长达|就是|:)?';
const SINCE = '(?:自[^,。;]{1,14}?(?:起|后)(?:计算?|算)?,?(?:为期|有效期)?)?';
const AHEAD =
  '(?:今后|未来|接下来|往后|下一步|下一个|后续|将在|将用|计划用|力争(?:用|在)?|争取(?:用|在)?|预计)的?';
const LOOSE = '(?:在|经过|为期|连续|用|分|共|以(?=[^,。;]{1,4}年为期))的?';

const PATTERN = new RegExp(
  [
    `[“"']?十(?<tail>[一二三四五六])五[”"']?的?后(?<rest>[两二三四])年`,
    HAN_PLAN,
    `(?<from>${YEAR})${DAY}?起?(?:-|~|至|到|—)(?<to>${YEAR})(?!\\d|-\\d|\\.\\d)(?:${DAY}(?:底|末|止)?)?`,
    `(?<own>${TERM}${SINCE})(?:自(?:(?<since>${YEAR})年)?[^,。;]{1,16}?)?(?:截?至|到|截止到?|延续?[至到])(?<term>${YEAR})年(?:\\d{1,2}月)?(?:\\d{1,2}[日号])?(?:底|末|止|前)?`,
    `(?<lead>(?<term1>${TERM}${SINCE})|(?<ahead>${AHEAD})|${LOOSE})?(?<![\\d${HAN_DIGITS}.])(?:(?<low>${N})(?<join>到|至|-|~|\\+))?(?<count>${N}) ?(?<unit>年半|年|个半月|个月|月(?=期)|[天日](?=[,。;完建]))(?<tail2>(?:左右)?的?(?:之内|以内|内|期间|期|间|时间|时限|时光)?里?)`,
    `(?<lead2>${TERM}${SINCE}|${AHEAD}|${LOOSE})?(?<half>半年)(?<tail3>(?:之内|以内|内|期|间|时间)?)`,
    `(?<!截)(?:到|至)(?<till>${YEAR})年(?!度|[\\d以])(?:\\d{1,2}月(?:\\d{1,2}[日号])?|年(?=[底末]))?(?:底|末|止|前)?|(?<!截[至止]?到?)(?<by>20\\d{2})年年?(?:底|末)`,
  ].join('|'),
  'gu',
);

/** Words before a number of years that make it past or a rank: 近三年, 第三年, 每三年. */
const PAST = /(?:[近去每前第超]|(?<!经)过|历时|历经|累计|连续|成立|走过|长达)$/u;
/** What follows years that are no period: 三年来, 3年以上, 两年前, 5年级. */
const NO_PERIOD =
  /^(?:来|多来|前(?!完成|建成)|级|度|多|余|以上|以来|新增|\d|[底初末]|保持|位居|居全|蝉联|获评|荣获|增长|上榜|稳居|后(?=的今天)|磨|一届)/u;
/** What follows years that something takes. */
const TAKEN =
  /^(?:合|投|计|建|总|累计|共|战略|框架|协议|免费|服务|运维|\p{Script=Han}{2}期|的?(?:合作|协议|合同|项目|建设|服务|发展))/u;

export function hanPeriods(text: string): PeriodMention[] {
  if (!/[年月五天]/u.test(text)) return [];
  const found: PeriodMention[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const mention = read(text, match);
    if (mention) found.push(mention);
  }
  return found;
}

function read(text: string, match: RegExpExecArray): PeriodMention | null {
  const g = match.groups ?? {};
  const start = match.index;
  const end = start + match[0].length;
  const base = { start, end, from: null, to: null, years: null, own: false, ahead: false };
  if (g.rest !== undefined) return { ...base, kind: 'years', years: hanNumber(g.rest) };
  const plan = planYears(g);
  // 十四五开局之年 and 十四五规划纲要 are talk of the time, not a term.
  if (plan) {
    if (/^(?:开局|以来|收官|规划?纲要|谋划|编制)/u.test(text.slice(end, end + 4))) return null;
    return { ...base, kind: 'plan', ...plan, years: 5 };
  }
  if (g.from !== undefined) {
    const span = spanOf(yearIn(g.from), yearIn(g.to));
    return span && { ...base, kind: 'range', ...span, own: isTerm(text, start) };
  }
  if (g.term !== undefined) {
    const span = g.since === undefined ? null : spanOf(yearIn(g.since), yearIn(g.term));
    return { ...base, kind: span ? 'range' : 'term', to: yearIn(g.term), ...span, own: true };
  }
  if (g.count !== undefined || g.half !== undefined) return duration(text, match, g);
  const deadline = g.till ?? g.by;
  if (deadline === undefined) return null;
  return { ...base, kind: 'deadline', to: yearIn(deadline) };
}

function duration(
  text: string,
  match: RegExpExecArray,
  g: Record<string, string | undefined>,
): PeriodMention | null {
  const start = match.index;
  const end = start + match[0].length;
  const lead = g.lead ?? g.lead2 ?? '';
  const own = g.term1 !== undefined || /[期签]/u.test(g.lead2 ?? '');
  const ahead = g.ahead !== undefined || /^(?:今后|未来|接下来)/u.test(lead);
  const before = text.slice(Math.max(0, start - 4), start);
  const after = text.slice(end, end + 6);
  if (!own && PAST.test(before)) return null;
  if (NO_PERIOD.test(after)) return null;
  // 连续22年位居全国第一.
  if (lead.startsWith('连续') && (hanNumber(g.count ?? '') ?? Number(g.count)) > 10) return null;
  const unit = g.half === undefined ? (g.unit ?? '') : '年';
  const told =
    lead !== '' || (g.tail2 ?? g.tail3 ?? '') !== '' || (unit.startsWith('年') && TAKEN.test(after));
  const years = g.half === undefined ? counted(g, unit) : 0.5;
  if (!told || years === null) return null;
  // A month or some days alone are when something is done, not how long it is agreed for.
  if (!unit.startsWith('年') && !own && !ahead && !/内/u.test(g.tail2 ?? '') && !/^(?:为期|以)/u.test(lead))
    return null;
  const kind = unit.startsWith('年') ? 'years' : 'months';
  const from = kind === 'months' ? start + lead.length : start;
  return {
    start: from,
    end,
    kind,
    from: null,
    to: null,
    years,
    own: own || /^(?:为期|以)/u.test(lead),
    ahead,
  };
}

function counted({ low, join, count = '' }: Record<string, string | undefined>, unit: string): number | null {
  const first = low === undefined || join !== '+' ? 0 : (numberIn(low) ?? 0);
  const number = numberIn(count);
  if (number === null) return null;
  if (unit.startsWith('年')) return yearsOf(number + first + (unit === '年半' ? 0.5 : 0), 'year');
  if (/[天日]/u.test(unit)) return yearsOf(number, 'day');
  return yearsOf(number + (unit === '个半月' ? 0.5 : 0), 'month');
}

function numberIn(written: string): number | null {
  return /^\d/.test(written) ? Number(written) : hanNumber(written);
}

/** 115年 is 2026 in the years of the Republic of China. */
function yearIn(written: string | undefined): number {
  const year = Number(written);
  return year < 1000 ? 1911 + year : year;
}

/** 合作期限为 or 合同期自 right before. */
function isTerm(text: string, start: number): boolean {
  return /(?:期限?|年限|周期)(?:为|是|自|从|:)*$/u.test(text.slice(Math.max(0, start - 8), start));
}
