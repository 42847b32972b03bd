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

/** Every phrase once, with the classes it has in each group. */
export type CueTables = PhraseTable<Partial<Record<CueGroup, WordClass[]>>>;
export type Cues = Record<CueGroup, Cue[]>;

export function cueTables(languages: readonly LanguageFile[]): CueTables {
  const table: CueTables = new PhraseTable();
  for (const group of GROUP_NAMES) {
    for (const language of languages) {
      for (const name of GROUPS[group] as readonly WordClass[]) {
        for (const word of language[name]) {
          const phrase = normalForm(word).text.toLowerCase();
          table.add(phrase, { [group]: [name] }, language.spaced, (old) => withClass(old, group, name));
        }
      }
    }
  }
  return table;
}

function withClass(
  old: Partial<Record<CueGroup, WordClass[]>>,
  group: CueGroup,
  name: WordClass,
): Partial<Record<CueGroup, WordClass[]>> {
  const classes = old[group] ?? [];
  return classes.includes(name) ? old : { ...old, [group]: [...classes, name] };
}

/**
 * All cues of a lower-case text, group by group. One walk serves every group: in each, of phrases that begin together
 * the longest counts, and none that begins inside another.
 */
export function findCues(tables: CueTables, lower: string): Cues {
  const cues = perGroup<Cue[]>(() => []);
  for (const { start, end, value } of tables.all(lower)) {
    for (const group in value) {
      const found = cues[group as CueGroup];
      const classes = value[group as CueGroup] ?? [];
      const last = found.at(-1);
      // Phrases that begin together come the shortest first.
      if (last?.start === start) found[found.length - 1] = { start, end, classes };
      else if (!last || start >= last.end) found.push({ start, end, classes });
    }
  }
  return cues;
}

function perGroup<T>(make: () => T): Record<CueGroup, T> {
  return Object.fromEntries(GROUP_NAMES.map((group) => [group, make()])) as Record<CueGroup, T>;
}

/** Words of the given classes over all languages. */
export function wordsOf(languages: readonly LanguageFile[], name: WordClass): string[] {
  return languages.flatMap((language) => language[name]);
}
