/**
 * Acts: places in the text where a signing is spoken of, and in which mood.
 *
 * A signing verb (签署, signed), a reaching verb with a document (达成 … 协议, reached an agreement) or a noun of the
 * ceremony. The mood is read from the clause: future, negated, denied, earlier (background), else done.
 */
import type { Stretch } from '../wording/sentences.ts';
import type { Cue } from './cues.ts';
import type { Dateline } from './days/dateline.ts';
import { TIES } from './deal-words.ts';
import type { Findings } from './findings.ts';
import { moodOf } from './moods/mood.ts';
import type { Mood, MoodOf } from './moods/spot.ts';
import { inTitle } from './reading.ts';
import { isLeave, isVoted } from './votes.ts';
import { indexAt, within } from './within.ts';

export interface Act {
  cue: Cue;
  kind: 'sign' | 'reach' | 'ceremony';
  mood: Mood;
  /** The words that set the mood. */
  moodCue: Stretch | null;
  sentence: Stretch;
  sentenceIndex: number;
  /** The comma clause of a Chinese sentence; the whole sentence in spaced languages. */
  clause: Stretch;
  /** The word for the document nearest to the cue. */
  document: Cue | null;
  inTitle: boolean;
}

/** More acts than this in one article are a list of headlines; the first are enough. */
const MOST_ACTS = 120;
const HAN = /\p{Script=Han}/u;

export function findActs(findings: Findings, line: Dateline): Act[] {
  const { read, cues } = findings;
  const acts: Act[] = [];
  for (const cue of cues.act) {
    if (acts.length >= MOST_ACTS) break;
    const sentenceIndex = indexAt(read.sentences, cue.start);
    const sentence = read.sentences[sentenceIndex];
    if (!sentence || cue.end > sentence.end) continue;
    const kind = cue.classes.includes('sign')
      ? 'sign'
      : cue.classes.includes('ceremony')
        ? 'ceremony'
        : 'reach';
    const han = HAN.test(read.text[cue.start] ?? '');
    const clause = han ? clauseAt(read.text, sentence, cue.start) : sentence;
    const document = nearestDocument(findings, cue, { sentence, han });
    if (!holds(read.lower, { cue, kind, document, han, sentence })) continue;
    const act = {
      cue,
      kind,
      sentence,
      sentenceIndex,
      clause,
      document,
      inTitle: inTitle(read, cue.start),
    } as const;
    const mood =
      withItsVerb(read.lower, act, acts.at(-1)) ??
      recalled(read.lower, act, acts.at(-1)) ??
      moodOf(findings, line, { ...act, han });
    acts.push({ ...act, ...mood });
  }
  return acts;
}

/** "what the two agreed in the MoU of 2016, when Goa was one of the first to sign": of the time that is recalled. */
function recalled(
  lower: string,
  { cue, sentence }: Pick<Act, 'cue' | 'sentence'>,
  before: Act | undefined,
): MoodOf | null {
  return before?.sentence === sentence &&
    before.mood === 'earlier' &&
    /, when\b/.test(lower.slice(before.cue.end, cue.start))
    ? { mood: 'earlier', moodCue: before.cue }
    : null;
}

/** "will sign a Memorandum of Understanding with": the document is as far as the verb before it. */
function withItsVerb(
  lower: string,
  { cue, kind, sentence }: Pick<Act, 'cue' | 'kind' | 'sentence'>,
  verb: Act | undefined,
): MoodOf | null {
  if (kind !== 'ceremony' || verb?.sentence !== sentence) return null;
  return / (?:with|between)$/.test(lower.slice(cue.start, cue.end)) &&
    /^ (?:(?:an?|the|its|their) )?(?:[\w-]+ ){0,4}$/.test(lower.slice(verb.cue.end, cue.start))
    ? { mood: verb.mood, moodCue: verb.moodCue }
    : null;
}

/** The stretch between commas around `at`; commas inside quotes and book title marks do not part clauses. */
export function clauseAt(text: string, sentence: Stretch, at: number): Stretch {
  let start = sentence.start;
  let depth = 0;
  for (let i = sentence.start; i < sentence.end; i++) {
    const sign = text[i];
    if (sign === '《' || sign === '“') depth++;
    else if (sign === '》' || sign === '”') depth = Math.max(0, depth - 1);
    else if ((sign === ',' || sign === ':') && depth === 0) {
      if (i >= at) return { start, end: i };
      start = i + 1;
    }
  }
  return { start, end: sentence.end };
}

function nearestDocument(
  { cues }: Findings,
  cue: Cue,
  { sentence, han }: { sentence: Stretch; han: boolean },
): Cue | null {
  const reach = han ? 120 : 200;
  const after = within(cues.document, cue.start, Math.min(sentence.end, cue.end + reach))[0];
  const before = within(cues.document, Math.max(sentence.start, cue.start - reach), cue.start).at(-1);
  // "a deal sealed by A and B, whose memorandum …": the one right before it.
  if (before && after && cue.start - before.end <= 12 && after.start - cue.end > 60) return before;
  return after ?? before ?? null;
}

const TIED_BY = /^ (?:now |today |henceforth |also )?$/;

/** "their representatives signed in Port Harcourt yesterday", "the mayor and the firm's chief signed.": without an object. */
const DONE_WITH_IT = /^(?:[.;,]| (?:here|there|today|yesterday|on|in|at) (?!for\b|to\b|as\b|with\b))/;
const IT_WAS =
  /^(?:it|this|both|they|these|the (?:paper|text|document)s?) (?:was|were|has been|have been|is|are) (?:[a-z]+ly |finally |now )?$/;
const THEY =
  /\b(?:representatives|officials|leaders|parties|sides|both|two|pair|duo|they|chiefs|heads|delegates)(?: of [^.;]{3,120}| (?:have|had|today|yesterday|formally|then|duly))*,? $|\band (?:the )?[^.;]{3,90}(?:, | )$|\band [^.;,]{3,50} (?:have|has) (?:finally|now|at last|formally|duly)? ?$/;

/** Whether the cue says that something was signed at all. */
function holds(
  lower: string,
  {
    cue,
    kind,
    document,
    han,
    sentence,
  }: Pick<Act, 'cue' | 'kind' | 'document' | 'sentence'> & { han: boolean },
): boolean {
  if (kind === 'ceremony') return true;
  if (kind === 'reach') {
    // A project being executed is work, not a signing.
    if (!document || /\b(?:being|be|project) $/.test(lower.slice(Math.max(0, cue.start - 12), cue.start)))
      return false;
    const word = lower.slice(cue.start, cue.end);
    // "came to the view that an agreement should be signed".
    if (
      /^c[ao]me to$/.test(word) &&
      /^ the (?:view|conclusion|opinion|idea|reali[sz]ation)\b/.test(lower.slice(cue.end, cue.end + 18))
    )
      return false;
    // "the Rural Reach Agreement": a part of a name.
    if (
      word === 'reach' &&
      / (?:agreement|contract|programme|program|project)/.test(lower.slice(cue.end, cue.end + 11))
    )
      return false;
    if (isLeave(word)) return isVoted(lower, { cue, sentence, document });
    // "A new pact links the state with Y": what ties them is the subject.
    if (TIES.test(word)) return TIED_BY.test(lower.slice(document.end, cue.start));
    // "the agreement which the city and the provider announced today".
    if (
      document.end <= cue.start &&
      /^ (?:which|that) [^.;]{3,90} (?:announced|reached|struck|concluded|sealed)?$/.test(
        lower.slice(document.end, cue.start),
      )
    )
      return true;
    // "a permanent and extended contract".
    if (
      /^extended$/.test(word) &&
      /\b(?:an?|and|its|the|this) $/.test(lower.slice(Math.max(0, cue.start - 5), cue.start))
    )
      return false;
    // "to reach 5,351 homes".
    if (
      /^reach(?:ed|es)?$/.test(word) &&
      /^ (?:(?:more than|over|about|some|all|up to|nearly) )?\d/.test(lower.slice(cue.end, cue.end + 16))
    )
      return false;
    const gap = document.start >= cue.end ? document.start - cue.end : cue.start - document.end;
    // "has agreed with the state government on a contract".
    if (
      /^agree[ds]?$/.test(word) &&
      document.start > cue.end &&
      /^ with [^.;]{3,80} (?:on|to|for) (?:an?|the|its) (?:[\w-]+ ){0,4}$/.test(
        lower.slice(cue.end, document.start),
      )
    )
      return true;
    const said = /^(?:announce|won|wins|secure|land|bag|came|close|agree|extend|tap|team|partner)/.test(word);
    // "The pact between A and B, the first of its kind, was reached at the weekend".
    const passive =
      document.end <= cue.start &&
      /\b(?:was|were|has been|have been) $/.test(lower.slice(Math.max(0, cue.start - 12), cue.start));
    return gap <= (han ? 40 : said ? 35 : passive ? 140 : 60);
  }
  // 自签署之日起五年: a day that is counted from, not a signing.
  if (han && /^之[日时]/u.test(lower.slice(cue.end, cue.end + 2))) return false;
  if (han || /^(?:put|affixed) /.test(lower.slice(cue.start, cue.end))) return true;
  // "If the council signs off": leave, and not a signature.
  if (/^(?:sign|signs|signing)$/.test(lower.slice(cue.start, cue.end)) && lower.startsWith(' off', cue.end))
    return false;
  // "ink 5G partnership", "seals tie-up".
  if (
    /^ (?:[\w-]+ ){0,3}(?:partnership|tie-up|collaboration|cooperation|alliance)\b/.test(
      lower.slice(cue.end, cue.end + 50),
    )
  )
    return true;
  // "The latest collaboration, signed on Wednesday".
  if (
    /\b(?:partnership|collaboration|cooperation|tie-up|alliance|project)(?: ['"“‘][^'"”’]{3,80}['"”’])?,? (?:(?:was|is|has been) )?$/.test(
      lower.slice(Math.max(sentence.start, cue.start - 120), cue.start),
    ) &&
    /^(?:signed|inked|sealed)/.test(lower.slice(cue.start))
  )
    return true;
  // "Two agreements passed, and the county judge signed both".
  if (
    /^ (?:both|it|them|all (?:of them|two|three|four|five)|each)\b/.test(lower.slice(cue.end, cue.end + 14))
  )
    return true;
  // "Signed: Lane County and Ziply Fiber"; "after Tuesday's signing".
  if (
    cue.start === sentence.start &&
    /^(?::| (?:on|in|at|today|yesterday|by|last|this)\b)/.test(lower.slice(cue.end, cue.end + 12))
  )
    return true;
  if (
    lower.slice(cue.start, cue.end) === 'signing' &&
    /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday)'s $/.test(
      lower.slice(Math.max(0, cue.start - 14), cue.start),
    )
  )
    return true;
  // "The signatories were …": of what the sentence before has told.
  if (/^signatories$/.test(lower.slice(cue.start, cue.end))) return true;
  if (
    DONE_WITH_IT.test(lower.slice(cue.end, cue.end + 16)) &&
    THEY.test(lower.slice(Math.max(0, cue.start - 160), cue.start))
  )
    return true;
  // "It was inked in Bhopal on Monday": what the sentence before has named.
  if (IT_WAS.test(lower.slice(sentence.start, cue.start))) return true;
  // "signed with Y", "signed by" and "signed an investment plan with" do without a word for the document; "signs of
  // growth" and "sign language" do not count.
  return (
    document !== null ||
    /^ (?:(?:an?|the|its|their) (?:[\w-]+ ){1,5}|(?:on|in|at|here|today|yesterday|this|last) (?:[\w'-]+,? ){0,7})?(?:with|by|between|on behalf|for the)\b/.test(
      lower.slice(cue.end, cue.end + 80),
    )
  );
}
