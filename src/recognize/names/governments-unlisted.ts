/**
 * Governments of places that are in no list, by the form of their names (`government-forms.ts`).
 * What they are called says which region they are of only to who knows it: they have no place.
 */
import { FORMS } from './government-forms.ts';
import { anyGovernments } from './governments-any.ts';
import type { GovernmentMention } from './mentions.ts';

/** "Fjarðabyggð" alone, in a text that says "the municipality Fjarðabyggð". */
function bareNames(text: string): GovernmentMention[] {
  const names = new Set(
    [
      ...text.matchAll(/(?:[Mm]unicipality|[Cc]ommune)(?: of)? (?<name>\p{Lu}[\p{L}'-]{3,20})(?![\p{L}])/gu),
    ].map((match) => match.groups?.name ?? ''),
  );
  return [...names].slice(0, MOST_NAMES).flatMap((name) =>
    [...text.matchAll(new RegExp(`(?<![\\p{L}])${name}(?![\\p{L}])`, 'gu'))].map(({ index }) => ({
      start: index,
      end: index + name.length,
      kind: 'place' as const,
      place: null,
      level: null,
      full: true,
    })),
  );
}

/** Towns whose bare names are looked for: each is a search through the text. */
const MOST_NAMES = 6;

/** In the order of the forms; stretches may overlap. */
export function unlistedGovernments(text: string): GovernmentMention[] {
  return [...byForm(text), ...bareNames(text), ...anyGovernments(text)];
}

function byForm(text: string): GovernmentMention[] {
  return FORMS.flatMap(({ kind, form }) =>
    [...text.matchAll(form)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      kind,
      place: null,
      level: null,
      full: true,
    })),
  );
}
