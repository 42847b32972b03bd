/**
 * The mood of an act: done, future, negated, denied, or earlier (told as background).
 *
 * Read from the words around the cue: those of the lexicon's mood classes (and where they say nothing, `background-words`),
 * constructions of what is still to come (`ahead`) or only wished (`wished`), of documents and signings that are the ground
 * of other news (`documents`, `ground`), and dates (`long-ago`). The first that speaks decides.
 */
import type { WordClass } from '../../domain/lexicon.ts';
import type { Stretch } from '../../wording/sentences.ts';
import type { Cue } from '../cues.ts';
import type { Dateline } from '../days/dateline.ts';
import type { Findings } from '../findings.ts';
import { within } from '../within.ts';
import {
  agreedToSign,
  areOver,
  cameTo,
  isFirstTo,
  stillToCome,
  underTalks,
  wentBefore,
  wouldBe,
} from './ahead.ts';
import { isBackground, isDated } from './background-words.ts';
import { inLineWith } from './documents.ts';
import { existing, overYears } from './ground.ts';
import { longAgo } from './long-ago.ts';
import type { Mood, MoodOf, Spot } from './spot.ts';
import {
  isContingent,
  isTentative,
  mayDo,
  ofNothing,
  onCondition,
  onlyWished,
  wantsSigned,
} from './wished.ts';

/** Words that tie a signing to the day of the report, whatever else the clause says. */
const ESCAPES =
  /此次|这次|本次|今日|今天|再次|又签|日前|近日|昨日|昨天|\b(?:today|this time|again|yesterday)\b/;

export function moodOf(findings: Findings, line: Dateline, spot: Spot): MoodOf {
  const { read, cues } = findings;
  const words = within(cues.mood, spot.sentence.start, spot.sentence.end);
  const escaped = ESCAPES.test(read.lower.slice(spot.clause.start, spot.clause.end));
  const found =
    first('denied', words, (word) => !isNoRumour(read.lower, word)) ??
    rumoured(findings, spot) ??
    first(
      'negated',
      words,
      (word) => (stands(word, spot) && !endedWith(read.lower, word, spot)) || hanAfter(word, spot),
    ) ??
    first(
      'future',
      words,
      (word) =>
        stands(word, spot) &&
        // "the agreement, planned since last year, was signed".
        !/^[^,]{0,30}, (?:was|were|has been|have been) (?:finally |now )?$/.test(
          read.lower.slice(word.end, Math.max(word.end, spot.cue.start)),
        ) &&
        !isFirstTo(read.lower, word) &&
        !cameTo(read.lower, word, spot) &&
        !areOver(read.lower, word, spot) &&
        !wentBefore(read.lower, word, spot),
    ) ??
    underTalks(read.text, spot) ??
    onCondition(read.text, spot) ??
    isContingent(read.lower, spot) ??
    stillToCome(read.lower, spot) ??
    ofNothing(read.lower, spot) ??
    isTentative(read.lower, spot) ??
    onlyWished(read.lower, spot) ??
    wantsSigned(read.lower, spot) ??
    wouldBe(read.lower, spot) ??
    mayDo(read.lower, spot) ??
    agreedToSign(read.lower, spot) ??
    (escaped
      ? null
      : (first(
          'earlier',
          words,
          (word) => isBackground(read.lower, word, spot) && !isDated(findings, line, spot, word),
        ) ??
        overYears(read.text, spot) ??
        existing(read.text, spot))) ??
    inLineWith(read, spot) ??
    longAgo(findings, line, spot);
  return found ?? { mood: 'done', moodCue: null };
}

function first(
  name: WordClass & Mood,
  words: readonly Cue[],
  holds: (word: Cue) => boolean = () => true,
): MoodOf | null {
  const word = words.find((one) => one.classes.includes(name) && holds(one));
  return word ? { mood: name, moodCue: word } : null;
}

/** "It is no more a rumour". */
function isNoRumour(lower: string, { start, end }: Stretch): boolean {
  // 物联网传感: no 网传.
  if (lower.slice(start, end) === '网传' && /[联互]$/u.test(lower.slice(0, start))) return true;
  return /\b(?:no (?:more|longer)|not|beyond) (?:just |only |mere )?(?:an? )?$/.test(
    lower.slice(Math.max(0, start - 24), start),
  );
}

const CLAIMED =
  /\b(?:letter|post|posts|message|video|image|screenshot|circular|flyer|rumou?rs?)\b[^.;]{0,80}\b(?:claims?|claiming|alleges?|alleging|purporting|suggesting)\b[^.;]{0,60}$/;

/** 发布“某市与某公司签下大单”的视频…内容不实: a claim that is quoted, and denied right after it. */
function rumoured({ read, cues }: Findings, { cue, sentence, sentenceIndex, han }: Spot): MoodOf | null {
  // "a letter doing the rounds which claims the metro signed".
  if (!han)
    return CLAIMED.test(read.lower.slice(sentence.start, cue.start))
      ? { mood: 'denied', moodCue: cue }
      : null;
  if (!/“[^”]*$/u.test(read.text.slice(sentence.start, cue.start))) return null;
  const end = (read.sentences[sentenceIndex + 2] ?? read.sentences.at(-1))?.end ?? sentence.end;
  return first('denied', within(cues.mood, sentence.end, end));
}

/** Before the cue, in its clause, near it. */
function stands(word: Stretch, { cue, clause, han }: Spot): boolean {
  return word.start <= cue.start && word.start >= clause.start && cue.start - word.end <= (han ? 24 : 45);
}

/** "the talks ended on Friday when both signed": what ended is not the agreement. */
function endedWith(lower: string, { start, end }: Stretch, { cue }: Spot): boolean {
  return lower.slice(start, end) === 'ended' && /\b(?:when|with|as)\b/.test(lower.slice(end, cue.start));
}

/** 签署未果: right behind the cue. */
function hanAfter(word: Stretch, { cue, clause, han }: Spot): boolean {
  return han && word.start >= cue.start && word.end <= clause.end && word.start - cue.end < 4;
}
