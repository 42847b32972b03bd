/**
 * What a page carries around its article: lists of other headlines, links in the middle of the text.
 *
 * They are blanked, not cut, so that every offset stays what it was. A heading (相关阅读, "Related stories") opens a
 * list that goes on while its lines are headlines: short and without a full stop. A long run of such lines behind
 * the last paragraph is a list without a heading. Lines that say when the page was published stay.
 */

import { HAN_OTHER_NEWS, LATIN_OTHER_NEWS, LATIN_OTHER_NEWS_WITHIN } from '../wording/other-news.ts';

/** Headings that are one only when nothing goes on behind them: 今日要闻 is one, 今日新闻发布会上 is none. */
const LOOSE =
  '(?:热点|精彩|本地|热门|为你|今日|新闻|阅读|视频|图片)(?:推荐|喜欢|阅读|新闻|文章|精选|资讯|排行)|更多内容|大家都在看|热门标签|related|also read|read more|see also|more on|popular now|most shared|latest headlines|latest stories|headlines|latest news|top stories|in other news|other news|recent posts|similar (?:news|stories)|up next';
const HEADING = new RegExp(
  `^[\\s>»▶◆■#*【[|-]*(?:${HAN_OTHER_NEWS}|${LATIN_OTHER_NEWS}|${LATIN_OTHER_NEWS_WITHIN}|${LOOSE})(?![\\p{L}]{3})`,
  'iu',
);
/** A heading that has its headline on the same line: "READ ALSO: …", 相关报道:…. */
const INLINE =
  /^[\s>»▶◆■#*【[|-]*(?:相关(?:阅读|链接|新闻|报道)|延伸阅读|此前报道|上一篇|下一篇|also read|read also|read more|see also|related)\s?[:】\]|]/iu;
const STAMPED =
  /发布|更新时间|来源|编辑|日期|记者|\b(?:published|updated|posted|source|editor)\b|^[^\p{L}]*(?:\p{L}+,? ){0,3}[\d:/., -]*20\d\d[^\p{L}]*$/iu;
/** A date, and no word of a signing: 2024-05-07 08:30 日报. */
const DATED =
  /(?:20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,? (?:\d{1,2},? )?20\d\d)(?!.*(?:签|协议|sign|agreement|deal))/iu;
const BULLET = /^\s*(?:[*•·●○▪◦‣–—-]\s|\p{So}|\(?[一二三四五六七八九十\d]{1,2}[、.)])/u;
/** Headlines in a row, before they are taken for a list: behind the text, and anywhere. */
const RUN = 4;
const LONG_RUN = 7;

interface Line {
  start: number;
  end: number;
  headline: boolean;
}

export function withoutAsides(text: string): string {
  const lines = linesOf(text);
  const aside = new Set<Line>();
  let listed = false;
  for (const line of lines) {
    const words = text.slice(line.start, line.end);
    const opens = line.end - line.start < 200 && HEADING.test(words);
    if (opens && (line.headline || INLINE.test(words))) {
      aside.add(line);
      listed ||= line.end - line.start < 40 && !/[:】\]]\s?\S{6}/.test(words);
    } else if (!line.headline) listed = false;
    else if (listed && !isStamp(words)) aside.add(line);
  }
  for (const line of [...trailingRun(text, lines), ...longRuns(text, lines)]) aside.add(line);
  if (aside.size === 0) return text;
  let out = '';
  let at = 0;
  for (const { start, end } of [...aside].sort((a, b) => a.start - b.start)) {
    out += text.slice(at, start) + ' '.repeat(end - start);
    at = end;
  }
  return out + text.slice(at);
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    if (end > start)
      lines.push({ start, end, headline: isHeadline(text.slice(start, Math.min(end, start + 200))) });
    start = end + 1;
  }
  return lines;
}

/** Headlines that follow each other anywhere: a column that was read with the article. A label (甲方:…) is none. */
function longRuns(text: string, lines: readonly Line[]): Line[] {
  const found: Line[] = [];
  let run: Line[] = [];
  const close = (): void => {
    if (run.length >= LONG_RUN) found.push(...run);
    run = [];
  };
  for (const line of lines) {
    const words = text.slice(line.start, line.end);
    if (!line.headline || /^.{0,12}[:：]/u.test(words)) close();
    else if (!isStamp(words)) run.push(line);
  }
  close();
  return found;
}

function isStamp(line: string): boolean {
  return STAMPED.test(line) || DATED.test(line);
}

/** Short, no bullet, and no full stop: neither inside nor at its end. */
function isHeadline(line: string): boolean {
  if (BULLET.test(line)) return false;
  if (/\p{Script=Han}/u.test(line)) return line.length <= 60 && !/[。;]/u.test(line);
  return line.length <= 140 && !/[.;](?:\s|$)["”']?$/.test(line.trimEnd()) && !/[.] \p{Lu}/u.test(line);
}

/** The headlines that end the text behind its last paragraph, when they are many. */
function trailingRun(text: string, lines: readonly Line[]): Line[] {
  const last = lines.findLastIndex(({ headline }) => !headline);
  if (last < 0) return [];
  const run = lines.slice(last + 1).filter(({ start, end }) => !isStamp(text.slice(start, end)));
  return run.length >= RUN ? run : [];
}
