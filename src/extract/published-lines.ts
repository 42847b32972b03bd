/** Dates on the lines around title and body, by how near and how well labelled they are. */
import { type DateContext, findDates } from '../dates/read-date.ts';
import type { Line } from './page-lines.ts';
import { type Claim, type PublishedSources, STAMP_LIMIT } from './published-claim.ts';

const NEVER =
  /更新(?:时间|時間|日期|于)|修改时间|生成时间|最后更新|最後更新|last\s?(?:updated|modified)|updated|modified/i;
const LABEL =
  /(?:发布|發佈|發布|发表|發表|发稿|刊登|成文|公开|信息)?(?:时间|時間|日期)\s{0,4}[:：]|(?:发布|發佈|發布|发表|發表|刊發)(?:于|於|在)|(?:published|posted|date|release date|first published|created)(?:\s?(?:on|at|date|time))?\s?[:：]?/i;
/** Clocks of the page, not of the article. */
const NOW_LINE =
  /今天是|今日是|现在是|当前时间|現在時間|(?:北京|东部|當地|当地|标准|系统)(?:时间|時間)\s?[:：]|GMT\s?[+-]\d|Processed in|Copyright|©|版权所有|ICP/i;

export function visibleClaims(sources: PublishedSources): Claim[] {
  const { survey, titleLine, bodyStart, bodyEnd, context } = sources;
  const from = Math.max(0, (titleLine >= 0 ? titleLine : bodyStart) - 12);
  const to = Math.max(bodyStart, titleLine) + 4;
  const claims: Claim[] = [];
  for (const { text, label, index } of dateLines(survey.lines, from, to)) {
    claims.push(...lineClaims(text, label, context, placeTrust(sources, index, survey.lines[index])));
  }
  for (const { text, label } of dateLines(survey.lines, bodyEnd, bodyEnd + 6)) {
    claims.push(...lineClaims(text, label, context, 2.5));
  }
  const signed = survey.lines.slice(Math.max(bodyStart + 1, bodyEnd - 3), bodyEnd);
  for (const { text } of signed) {
    if (SIGNATURE.test(text)) claims.push(...lineClaims(text, '', context, SIGNATURE_TRUST));
  }
  return claims;
}

/** A notice is signed: the last lines of its text are who issued it and the day. */
const SIGNATURE = /^[(（]?(?:19|20)[\d〇○零一二三四五六七八九]{2,6}\s?[年./-][^，。；]{3,14}[)）]?$/;
const SIGNATURE_TRUST = 2.2;

/** Is there anything like a date? Asked first, since most lines have none. */
const DATE_LIKE =
  /[０-９]|\d\s?[-/.:年月]\s?\d|\d{4}|[前昨今]|\d(?:st|nd|rd|th)?[\s.-]{1,2}[a-z]{3}|[a-z]{3}\.?\s\d|ago|yesterday|today/i;
/** A piece of a date that a layout spread over several lines: `2020`, `07/07`, `16:39`. */
const PIECE = /^[\d\s:：/.年月日时分-]{1,20}$/;
/** A piece may follow on a piece, on a label, and on a date without its time. */
const OPEN = /^[\d\s:：/.年月日时分-]{1,40}$|[:：]\s?$|\d[日]?\s?$/;
const DATE_LINE_LIMIT = 400;

/** Lines that may hold a date, pieces joined, each with what stands before it as its possible label. */
function dateLines(
  lines: readonly Line[],
  from: number,
  to: number,
): { text: string; label: string; index: number }[] {
  const found: { text: string; label: string; index: number }[] = [];
  for (let index = from; index < Math.min(to, lines.length); index++) {
    const first = index;
    let text = lines[index]?.apart ?? '';
    if (text.length > DATE_LINE_LIMIT || !DATE_LIKE.test(text) || NOW_LINE.test(text)) {
      if (!PIECE.test(text)) continue;
    }
    if (found.length >= STAMP_LIMIT) break;
    while (OPEN.test(text) && PIECE.test(lines[index + 1]?.text ?? '') && index - first < 3) {
      index += 1;
      text += `${/^\d{4}$/.test(text) ? '/' : ' '}${lines[index]?.apart}`;
    }
    // A layout that sets year, day and time apart: `2020 07/07 16:39`.
    text = text.replace(/^(\d{4})\s(?=\d{1,2}[/.-]\d{1,2}\b)/, '$1/');
    found.push({ text, label: lines[first - 1]?.text.slice(-20) ?? '', index: first });
  }
  return found;
}

const WEEKDAY = /(?:星期|周|礼拜)[一二三四五六日天]|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i;

function placeTrust(
  { titleLine, bodyStart }: PublishedSources,
  index: number,
  line: Line | undefined,
): number {
  if (line === undefined) return 0;
  const beforeTitle = titleLine >= 0 && index < titleLine;
  // A full date with its weekday over the title is the masthead's: the day of the visit, or of the whole issue.
  if (beforeTitle && line.linked > 0 && WEEKDAY.test(line.text)) return 0.6;
  const inBody = index >= bodyStart || line.marks > 6;
  if (inBody) return 0.5;
  // Of two lines over the title the nearer one is its own.
  const far = beforeTitle ? (titleLine - index) / 100 : 0;
  return (beforeTitle ? 5.2 : 7) - far - (line.aside ? 0.4 : 0) - line.linked / (line.size + 1);
}

/**
 * A line by the title that tells of an update alone is better than nothing: old systems write 更新时间, beside author and
 * source, for the one time they know. A time of building never wins.
 */
function updateTrust(text: string, before: string, trust: number): number {
  if (/生成/.test(before)) return 0;
  if (!/[更修後后]/.test(before)) return 1;
  if (trust <= 5) return 0;
  return BYLINE.test(text) ? 3 : 0.7;
}

const BYLINE = /(?:来源|作者|点击|浏览|阅读)(?:数|次数|量)?\s?[:：]/;

function lineClaims(text: string, label: string, context: DateContext, trust: number): Claim[] {
  const claims: Claim[] = [];
  let last = 0;
  for (const found of findDates(text, context)) {
    const { date, precision, start, end } = found;
    const between = text.slice(last, start);
    const before = between.trim() === '' && last === 0 ? label : between;
    if (precision === 'month' && !LABEL.test(before)) continue;
    last = end;
    if (NEVER.test(before))
      claims.push({ from: 'update line', date, precision, trust: updateTrust(text, before, trust) });
    else if (LABEL.test(before)) claims.push({ from: 'date label', date, precision, trust: trust + 3 });
    else claims.push({ from: 'date line', date, precision, trust: trust - (start > 60 ? 2 : 0) });
  }
  return claims;
}
