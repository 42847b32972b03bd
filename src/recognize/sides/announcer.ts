/**
 * Who announces a signing of its own and is not named again where it is told: 银江股份公告称,已与东丰县人民政府签订…;
 * 公司(乙方)已同…签署 under a headline that names the company.
 */
import type { Stretch } from '../../wording/sentences.ts';
import type { Act } from '../acts.ts';
import type { Findings } from '../findings.ts';
import type { CompanyMention } from '../names/mentions.ts';
import { within } from '../within.ts';

const ANNOUNCES = /^(?:\([^)]{1,12}\))?[^,。;]{0,16}?(?:公告|披露|宣布)/u;
/** A clause that leaves its subject out, or calls it the company. */
const SUBJECT =
  /^[,。;:●\s]*(?:[^,。;]{0,14}?(?:公司|本公司|我公司)(?:\([^)]{1,8}\))?)?(?:已|已经|正式|近日|日前|于[^,。;]{2,12})?(?:与|和|同|跟)/u;
const THE_COMPANY =
  /(?:^|[,。;:●\s日])(?:本|我)?公司(?:\([^)]{1,8}\))?(?:已|已经|正式|近日|日前)?(?:与|和|同|跟)/u;

/** The company that speaks, for an act whose clause begins without it; null when the clause has a subject of its own. */
export function announcer(
  { read, companies }: Findings,
  { clause, sentence, cue }: Act,
): CompanyMention | null {
  const { text } = read;
  if (clause.start > cue.start || !SUBJECT.test(text.slice(clause.start, cue.start))) return null;
  const speaks = ({ end }: Stretch): boolean => ANNOUNCES.test(text.slice(end, end + 32));
  const own = within(companies, sentence.start, clause.start).findLast(
    (one) => one.kind !== 'other' && speaks(one),
  );
  if (own) return own;
  if (!THE_COMPANY.test(text.slice(clause.start, cue.start))) return null;
  const before = within(companies, 0, clause.start).filter(({ kind }) => kind !== 'other');
  return before.findLast(speaks) ?? before[0] ?? null;
}
