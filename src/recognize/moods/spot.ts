/** Where an act is spoken of, and the mood that was read there: what the readers of moods look at and answer. */
import type { Stretch } from '../../wording/sentences.ts';
import type { Cue } from '../cues.ts';

export type Mood = 'done' | 'future' | 'negated' | 'denied' | 'earlier';

export interface MoodOf {
  mood: Mood;
  /** The words that set the mood. */
  moodCue: Stretch | null;
}

export interface Spot {
  cue: Cue;
  sentence: Stretch;
  sentenceIndex: number;
  clause: Stretch;
  inTitle: boolean;
  han: boolean;
}
