/** Documents that are concluded by a vote: of a council, a county's board, its commissioners. */
import type { Stretch } from '../wording/sentences.ts';

const LEAVE = /^(?:approve|okay|ratifi)/;

/** Approving, by whomever: a document that is let pass. */
export const isLeave = (word: string): boolean => LEAVE.test(word);

/** Who concludes a county's or a town's contracts by a vote. A cabinet or a board of directors only gives leave. */
const VOTERS =
  /\b(?:council(?:s|men|ors|lors)?|commissioners|county commission|board of (?:supervisors|commissioners|trustees|aldermen|selectmen)|supervisors|aldermen|selectmen|commissioners'? court|fiscal court|police jury|town meeting)(?:,? (?:[a-z]+ly|on|late|last|this|at its|at their|week|month|night|meeting|also|has|have|had|[a-z]+day|voted|\d+-\d+|to|[a-z]{3,9}\.? \d{1,2},?))*,? $/;

/** "The board of supervisors approved a $2 million contract with Y": the vote concludes it. */
export function isVoted(
  lower: string,
  { cue, sentence, document }: { cue: Stretch; sentence: Stretch; document: Stretch },
): boolean {
  const before = lower.slice(Math.max(sentence.start, cue.start - 90), cue.start);
  // "The council to approve": not yet.
  if (/\bto $/.test(before) && !/\bvoted\b/.test(before)) return false;
  return (
    document.start >= cue.end &&
    VOTERS.test(before) &&
    /^ (?:an?|the|its|their|two|three|separate|new|final)? ?(?:[\w$£€.,-]+ ){0,5}$/.test(
      lower.slice(cue.end, document.start),
    ) &&
    !/\b(?:draft|proposed|tentative|possible|signing|negotiat\w+|seeking|pursuing|plan|request|proposal)\b/.test(
      lower.slice(cue.end, document.end + 20),
    )
  );
}
