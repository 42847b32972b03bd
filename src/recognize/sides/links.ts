/** The small words of the spaced languages that join two parties or lead one in, as patterns. */
import type { LanguageFile } from '../../domain/lexicon.ts';
import { wordsOf } from '../cues.ts';

export interface Links {
  /** All that stands between two joined parties: ", and the coastal city of ". */
  joins: RegExp;
  /** What ends right before a party that is led in: "with the city of ". */
  led: RegExp;
  /** A leading word anywhere. */
  leads: RegExp;
}

export function linksOf(languages: readonly LanguageFile[]): Links {
  const spaced = languages.filter((language) => language.spaced);
  const any = (words: readonly string[]): string =>
    words.length > 0 ? [...new Set(words)].join('|') : '(?!)';
  const joins = any(wordsOf(spaced, 'connectives'));
  const leads = any(wordsOf(spaced, 'leads'));
  return {
    joins: new RegExp(`^(?:'s)?(?: \\([^)]{1,12}\\))?,? (?:${joins})(?: the)?(?: [\\p{L}'-]+){0,5} $`, 'u'),
    led: new RegExp(`(?<![\\p{L}])(?:${leads})(?: the)?(?: [\\p{L}'-]+){0,4} $`, 'u'),
    leads: new RegExp(`(?<![\\p{L}])(?:${leads}|and)(?![\\p{L}])`, 'u'),
  };
}
