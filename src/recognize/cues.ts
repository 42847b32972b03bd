/**
 * Cue words: the marks of the lexicon's word classes in a reading, in the order of the text.
 */
import type { LanguageFile, WordClass } from '../domain/lexicon.ts';
import { normalForm } from '../wording/normal-form.ts';
import { PhraseTable } from './phrase-table.ts';

export interface Cue {
  start: number;
  end: number;
  /** Every class that has this phrase. */
  classes: WordClass[];
}

/** Groups are scanned apart, so that a long phrase of one does not hide a word of another (也签署 and 签署). */
const GROUPS = {
  act: ['sign', 'reach', 'ceremony'],
  document: ['document'],
  mood: ['future', 'negated', 'denied', 'earlier', 'attend', 'also_signed'],
  time: ['recently', 'today', 'yesterday', 'before_yesterday'],
  scene: ['several', 'renewed', 'other_news'],
  money: ['invest', 'unit_price'],
  waste: ['induced'],
  spent: ['spent'],
} as const satisfies Record<string, readonly WordClass[]>;
export type CueGroup = keyof typeof GROUPS;
const GROUP_NAMES = Object.keys(GROUPS) as CueGroup[];

export type CueTables = Record<CueGroup, PhraseTable<WordClass[]>>;
export type Cues = Record<CueGroup, Cue[]>;

export function cueTables(languages: readonly LanguageFile[]): CueTables {
  return perGroup((group) => {
    const table = new PhraseTable<WordClass[]>();
    for (const language of languages) {
      for (const name of GROUPS[group] as readonly WordClass[]) {
        for (const word of language[name]) {
          const phrase = normalForm(word).text.toLowerCase();
          table.add(phrase, [name], language.spaced, (old) => (old.includes(name) ? old : [...old, name]));
        }
      }
    }
    return table;
  });
}

/** All cues of a lower-case text, group by group. */
export function findCues(tables: CueTables, lower: string): Cues {
  return perGroup((group) =>
    tables[group].scan(lower).map(({ start, end, value }) => ({ start, end, classes: value })),
  );
}

function perGroup<T>(make: (group: CueGroup) => T): Record<CueGroup, T> {
  return Object.fromEntries(GROUP_NAMES.map((group) => [group, make(group)])) as Record<CueGroup, T>;
}

/** Words of the given classes over all languages. */
export function wordsOf(languages: readonly LanguageFile[], name: WordClass): string[] {
  return languages.flatMap((language) => language[name]);
}
