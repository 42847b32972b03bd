/** The countries of the world by their English names (ISO 3166-1, from the platform's own tables). */

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const ENGLISH = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

export const COUNTRIES: ReadonlySet<string> = new Set(
  LETTERS.flatMap((a) => LETTERS.flatMap((b) => ENGLISH.of(a + b) ?? [])),
);

const STEMS: ReadonlySet<string> = new Set([...COUNTRIES].map((name) => name.slice(0, 4)));

/** "Zambian", "Vietnamese": of a country, by the beginning of its name. */
export function isOfCountry(word: string): boolean {
  return /(?:an|ese|ish|i|er)$/.test(word) && STEMS.has(word.slice(0, 4));
}
