/**
 * Acts: places in the text where a signing is spoken of, and in which mood.
 *
 * A signing verb (签署, signed), a reaching verb with a document (达成 … 协议, reached an agreement) or a noun of the
 * ceremony. The mood is read from the clause: future, negated, denied, earlier (background), else done.
 */
import type { Stretch } from '../wording/sentences.ts';
import { saysSigned } from './cue-says.ts';
import type { Cue } from './cues.ts';
import type { Dateline } from './days/dateline.ts';
import type { Findings } from './findings.ts';
import { moodOf } from './moods/mood.ts';
import type { Mood, MoodOf } from './moods/spot.ts';
import { inTitle } from './reading.ts';
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
    if (!saysSigned(read.lower, { cue, kind, document, han, sentence })) continue;
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
    else if ((sign === ',' || sign === ':') && depth === 0 && !isInNumber(text, i)) {
      if (i >= at) return { start, end: i };
      start = i + 1;
    }
  }
  return { start, end: sentence.end };
}

/** The comma of 4,860万元, the colon of 10:30. */
function isInNumber(text: string, at: number): boolean {
  return /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '');
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
