/**
 * Publisher (来源) and author: what the lines around the title, the meta tags and JSON-LD name.
 */
import { findDates } from '../dates/read-date.ts';
import type { Witness } from '../domain/article.ts';
import { typesOf } from '../markup/meta.ts';
import { oneLine, textOf } from '../markup/text.ts';
import type { Surroundings } from './page-lines.ts';
import { nameWords } from './part-names.ts';
import { normalOf } from './trim-body.ts';
import { provenanceOf, type Verdict } from './vote.ts';

const GAP = '[\\s\\u00a0\\u3000]{0,3}';
const SOURCE_LABEL = new RegExp(
  `(?:(?:信息|文章|稿件|新闻|新聞|本文|内容|资料)?(?:来${GAP}源|來${GAP}源)(?:于|自)?|稿${GAP}源|来自|來自|出处|出處|转自|(?<![a-z])source|(?<![a-z])from)${GAP}[:：]${GAP}`,
  'i',
);
const AUTHOR_LABEL = new RegExp(
  `(?:作${GAP}者|撰${GAP}文|撰稿|(?:本报|本網|全媒体)?记者|記者|文${GAP}[/／]|(?<![a-z])author|(?<![a-z])written by)${GAP}[:：/／]${GAP}`,
  'i',
);
/** A new label, a separator or a switch ends a name. */
const NAME_END =
  /[|｜丨【】〖〗[\]『』\t\n]|[（(](?=[^)）]{0,30}$)|(?:发布|發佈|發布|发表|更新|责任|責任|执行|本文)?(?:时间|時間|日期|编辑|編輯|作\s?者|记者|記者|来源|來源|责编|校对|审核|点击|点击量|浏览|浏览量|浏览次数|瀏覽|點擊|閱讀|阅读|阅读量|人气|人氣|热度|字号|字體|字体|大小|分享|打印|评论|访问量|字\s?号|版次|摄影|次数)(?:\s?[:：]|$|\s)|我有话说|我要评论|收藏本文|网友评论|暂无|(?:19|20)\d\d\s?[-年/.]/;
const NAME_LIMIT = 60;
/** `本网` and its like mean the site itself. */
const SELF = /^(?:本网|本站|本網|本网站|本網站|本站原创|本网原创|原创|本报|本網訊)$/;

export function readPublisher(sources: Surroundings): Verdict | null {
  const { meta, jsonLd } = sources;
  const site = meta.get('sitename')?.[0] ?? meta.get('og:site_name')?.[0] ?? null;
  const witnesses: Witness[] = [];
  const claim = (from: string, value: unknown) => {
    if (typeof value !== 'string') return;
    const name = cleanName(value);
    const real = name !== null && SELF.test(name) && site !== null ? site : name;
    if (real !== null) witnesses.push({ from, value: real });
  };
  for (const text of nearLines(sources)) claim('source label', labelled(text, SOURCE_LABEL));
  for (const name of ['contentsource', 'source', 'docsource', 'article:source', 'copyright-holder']) {
    for (const content of meta.get(name) ?? []) claim(name, content.replace(SOURCE_LABEL, ''));
  }
  for (const text of namedParts(sources)) claim('source part', text.replace(SOURCE_LABEL, ''));
  claim('date line', besideDate(sources));
  for (const object of jsonLd) {
    if (typesOf(object).some((type) => /Article|Posting|Report/.test(type)))
      claim('JSON-LD publisher', nameOf(object.publisher));
  }
  claim('SiteName', meta.get('sitename')?.[0]);
  claim('og:site_name', meta.get('og:site_name')?.[0]);
  return first(witnesses);
}

/** What templates put where a name belongs: numbers, addresses, lists of keywords, slogans. */
const NO_PERSON =
  /^https?:|^www\.|@|\.(?:com|cn|net|org|tw|hk)\b|^[\d\s.,-]+$|[_|｜]|[\u3400-\u9fff]{16}|,[^,]{1,20},[^,]{1,20}\.|^(?:admin|administrator|root|editor|author|name|no author|手机版|见习|综合|佚名|未知|匿名|系统管理员|管理员)$/i;

export function readAuthor(sources: Surroundings): Verdict | null {
  const { meta, jsonLd } = sources;
  const witnesses: Witness[] = [];
  const claim = (from: string, value: unknown) => {
    const name = typeof value === 'string' ? cleanName(value.replace(/^by\s+/i, '')) : null;
    if (name !== null && !NO_PERSON.test(name)) witnesses.push({ from, value: name });
  };
  for (const text of nearLines(sources)) claim('author label', labelled(text, AUTHOR_LABEL));
  for (const object of jsonLd) {
    if (typesOf(object).some((type) => /Article|Posting|Report/.test(type)))
      claim('JSON-LD author', nameOf(object.author));
  }
  for (const name of ['author', 'article:author', 'byl', 'parsely-author', 'sailthru.author', 'dc.creator']) {
    claim(name, meta.get(name)?.[0]);
  }
  for (const text of nearLines(sources)) claim('byline', /^[Bb][Yy]\s+(\p{Lu}[^|,;]{3,60})/u.exec(text)?.[1]);
  return first(witnesses);
}

function first(witnesses: readonly Witness[]): Verdict | null {
  const winner = witnesses[0];
  if (winner === undefined) return null;
  return { value: winner.value, provenance: provenanceOf(winner, witnesses, sameName) };
}

function sameName(a: string, b: string): boolean {
  const [x, y] = [normalOf(a), normalOf(b)];
  return x.includes(y) || y.includes(x);
}

/** The lines around the title, then the last ones of the body; a line that ends with a label is joined to its next. */
function nearLines({ survey, titleLine, bodyStart, bodyEnd }: Surroundings): string[] {
  const { lines } = survey;
  const texts: string[] = [];
  const take = (from: number, to: number) => {
    for (let index = Math.max(0, from); index < Math.min(lines.length, to); index++) {
      const text = lines[index]?.apart ?? '';
      if (text.length > 300) continue;
      texts.push(/[:：]\s?$/.test(text) ? `${text} ${lines[index + 1]?.text ?? ''}` : text);
    }
  };
  take((titleLine >= 0 ? titleLine : bodyStart) - 8, Math.max(titleLine, bodyStart) + 4);
  take(Math.max(bodyEnd - 4, Math.max(titleLine, bodyStart) + 4), bodyEnd + 4);
  return texts;
}

function labelled(text: string, label: RegExp): string | null {
  const match = label.exec(text);
  return match === null ? null : text.slice(match.index + match[0].length);
}

/** A name without the labels, counters and dates that follow it; null when nothing is left. */
function cleanName(value: string): string | null {
  let name = oneLine(value.replace(/<[^<>]{0,200}>/g, '')).replace(
    /^[\s:：—–-]{1,4}|^(?:本文)?来源于?[:：]?/,
    '',
  );
  const end = NAME_END.exec(name);
  if (end !== null) name = name.slice(0, end.index);
  name = name.replace(/https?:\/\/\S{1,200}/g, '').trim();
  if (/[\u3400-\u9fff]/.test(name)) name = name.split(/\s/)[0] ?? '';
  name = name
    .replace(/^[（(《]([^()（）《》]{1,40})[)）》]$/, '$1')
    .replace(/(?<=\S)[（(][^()（）]{0,20}[)）]?$|[)）]$/, '')
    .replace(/[,，](?:摘自|转自|轉自|原载).*$/, '')
    .replace(/[\s,，;；.。、:：/—–-]{1,6}$/, '');
  return name === '' || name.length > NAME_LIMIT || /[{}$<>]/.test(name) ? null : name;
}

const SOURCE_WORDS = new Set('source laiyuan ly nickname copyfrom mediasource from'.split(' '));

/** Texts of parts near the title that their author named as the source. */
function namedParts({ survey, titleLine, bodyStart }: Surroundings): string[] {
  const from = (titleLine >= 0 ? titleLine : bodyStart) - 6;
  const to = Math.max(titleLine, bodyStart) + 2;
  const texts: string[] = [];
  for (const part of survey.parts) {
    if (part.from < from || part.to > to || part.to - part.from > 1) continue;
    const { class: classes, id } = part.element.attribs;
    if (classes === undefined && id === undefined) continue;
    if (nameWords(`${classes ?? ''} ${id ?? ''}`).some((word) => SOURCE_WORDS.has(word)))
      texts.push(textOf(part.element, 100));
  }
  return texts;
}

const OUTLET =
  /(?:网|網|报|報|社|台|臺|站|局|厅|委|办|府|部|中心|日报|晚报|在线|周刊|杂志|新闻|新聞|频道|财经|科技|客户端)$/;

/** `2021-05-31 14:31 某某网`: the name of an outlet behind the date, without a label. */
function besideDate(sources: Surroundings): string | null {
  for (const text of nearLines(sources)) {
    if (text.length > 120 || !/\d\s?[-/.年]\s?\d/.test(text)) continue;
    const mark = findDates(text)[0];
    if (mark === undefined) continue;
    const words = text.slice(mark.end).split(/[\s|｜丨·•]/);
    const outlet = words.find(
      (word) => /^[\u3400-\u9fffA-Za-z（）()·-]{2,24}$/.test(word) && OUTLET.test(word),
    );
    if (outlet !== undefined) return outlet;
  }
  return null;
}

/** The name in a JSON-LD value: a text, an object with `name`, or a list of those. */
function nameOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) {
    const names = value
      .slice(0, 5)
      .map(nameOf)
      .filter((name) => name !== null);
    return names.length === 0 ? null : names.join(', ');
  }
  if (typeof value === 'object' && value !== null && 'name' in value) return nameOf(value.name);
  return null;
}
