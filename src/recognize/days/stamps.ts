/**
 * Dates that say when a page was written: a wire's dateline, a stamp at the head of an article, or one at its foot
 * (发布日期:2024-02-27, "Wednesday, May 14, 2025" on a line of its own, (记者 … 2025年4月20日) behind the last sentence).
 */

import type { Reading } from '../reading.ts';
import type { DateMention } from './calendar.ts';

const HEAD = 160;
const STAMP_BEFORE =
  /(?:发布|更新|时间|日期|来源|编辑|发表于|date|dated|updated|posted(?: on)?|published|release date|last modified)[:: ]{0,3}$/i;

const AGENCY = /^\p{Lu}[\p{L}' ]{2,24}, ?\([^()\n]{2,50}[-–,] ?$/u;

export function stampKind({ text, bodyStart }: Reading, date: DateMention): 'wire' | 'stamp' | null {
  const before = text.slice(Math.max(bodyStart, date.start - 24), date.start);
  const after = text.slice(date.end, date.end + 12);
  if (
    date.day !== null &&
    /^(?:\([^)]{1,8}\))?(?: ?(?:电|讯|消息|专电|报道)|日电| ?[-—]{1,2} | news:)/u.test(after) &&
    date.month !== null
  )
    return 'wire';
  if (date.day !== null && /^(?:电|讯)/u.test(after)) return 'wire';
  // "LAHORE, Aug 18: The department": a town in capitals before it.
  if (
    date.day !== null &&
    date.month !== null &&
    date.start - bodyStart < 60 &&
    /(?:^|[\n\d.|] ?)\p{Lu}{3}[\p{Lu} .'-]{0,24}, ?$/u.test(text.slice(bodyStart, date.start)) &&
    /^(?:, 20\d\d)?(?: ?\([^)]{2,12}\))? ?[:.—–-]/u.test(after)
  )
    return 'wire';
  if (/^ ?(?:\/PRNewswire|\(Xinhua|\(IANS|\(PTI)/.test(after)) return 'wire';
  // LAHORE, (APP - 9th Feb, 2022): the day in an agency's bracket.
  if (date.day !== null && AGENCY.test(text.slice(bodyStart, date.start)) && /^\)/.test(after)) return 'wire';
  if (date.year === null) return null;
  if (
    date.start - bodyStart < 5 &&
    /^,[^,。]{0,16}[讯电](?=[,:(])/u.test(text.slice(date.end, date.end + 20))
  )
    return 'stamp';
  if (STAMP_BEFORE.test(before)) return 'stamp';
  // "[Chattogram, September 16, 2025] The city …".
  if (
    /^[[(](?:\p{Lu}[\p{L} .'-]{1,30}, ?)?$/u.test(text.slice(bodyStart, date.start)) &&
    /^[\])]/.test(after)
  )
    return 'stamp';
  // "2022-06-22. June 21 saw …": the date opens the body.
  if (date.start - bodyStart < 3 && /^\. \p{Lu}/u.test(after)) return 'stamp';
  // "NANYUKI, 21st March 2019. Traders …", "Davos, January 17, 2024: The state …": a dateline by its end.
  if (
    date.day !== null &&
    /^\p{Lu}[\p{L} .'-]{1,30}, (?:\p{Lu}\p{L}+day,? )?$/u.test(text.slice(bodyStart, date.start)) &&
    /^(?:\.|:| ?[—–]) ["“'‘]?\p{Lu}/u.test(after)
  )
    return 'stamp';
  // "On December 25, 2020 Mayor Chen gave": a day that is told.
  if (
    /\b(?:[Oo]n|[Ii]n|[Ss]ince|[Bb]y|[Ff]rom|[Uu]ntil|[Aa]fter|[Bb]efore) (?:\p{Lu}\p{L}+day,? )?$/u.test(
      before,
    )
  )
    return null;
  // "(AG Portal) - 15/08/2025. On August 14".
  if (
    date.day !== null &&
    date.start - bodyStart < 60 &&
    /[-–—|)] $/.test(before) &&
    /^\. \p{Lu}/u.test(after)
  )
    return 'stamp';
  const near = date.start - bodyStart < HEAD;
  const alone =
    /(?:^|\n)[^\n]{0,60}$/.test(before) && /^ ?(?:\d{1,2}:\d{2}|来源|\n|$|[A-Z|(【])/u.test(after);
  return near && alone ? 'stamp' : null;
}

/** The longest line that is still a stamp with its source and editor, not a sentence that tells a date. */
const FOOT_LINE = 70;
/** A date of the page's visitors, not of the page. */
const VISITORS = /\b(?:joined|login|member since|registered|copyright|©)/i;
/** A short line that tells a date of the signing, not of the page. */
const TELLS =
  /签|协议|合同|举行|\b(?:met|took|meeting|voted|approved|sign|agreement|contract|mou|deal|ceremony|held)/i;

/** A full date on a short line of its own, behind a word of publishing, or in a bracket that ends a paragraph. */
export function isStampAtFoot({ text }: Reading, { start, end, year, month, day }: DateMention): boolean {
  if (year === null || month === null || day === null) return false;
  const before = text.slice(Math.max(0, start - FOOT_LINE), start);
  const after = text.slice(end, end + FOOT_LINE);
  if (STAMP_BEFORE.test(before)) return true;
  if (/[(【[][^()[\]【】\n]{0,60}$/.test(before) && /^[^()[\]【】\n]{0,40}[)】\]] ?(?:\n|$)/.test(after))
    return true;
  if (
    /[(【[](?:来源|记者|责编|source)[^()[\]【】\n]{0,40}$/i.test(before) &&
    /^[^()[\]【】\n]{0,20}[)】\]]/.test(after)
  )
    return true;
  const lead = /(?:^|\n)([^\n]*)$/.exec(before)?.[1];
  const rest = /^([^\n]*)(?:\n|$)/.exec(after)?.[1];
  if (lead === undefined || rest === undefined || (lead.length === FOOT_LINE && start > FOOT_LINE))
    return false;
  const words = `${lead} ${rest}`;
  if (words.length > FOOT_LINE || /[。!?]/u.test(words)) return false;
  return !TELLS.test(words) && !VISITORS.test(words);
}
