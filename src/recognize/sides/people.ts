/**
 * People who are named once with their office and later by their surname alone: "Mayor Linda Ostrovsky met … Ostrovsky
 * signed", "Safaricom chief executive Peter Ndegwa … Ndegwa". Whoever signs does so for the side named beside the office.
 */
import type { Stretch } from '../../wording/sentences.ts';
import type { CompanyMention, GovernmentMention } from '../names/mentions.ts';

export interface People {
  /** By surname. */
  governments: ReadonlyMap<string, GovernmentMention>;
  companies: ReadonlyMap<string, CompanyMention>;
}

/** More people than this in one article are a list; the first are enough. */
const MOST = 40;

const NAME = "(?:\\p{Lu}(?:\\.|[\\p{L}'-]*) ){1,3}(?<surname>\\p{Lu}[\\p{L}'-]{2,})(?![\\p{L}-])";
const TITLE =
  '(?:president(?: director)?|chief(?: [a-z]+){0,2}(?: officer)?|CEO|COO|CTO|MD|ceo|managing director|general manager|country manager|country head|country director|director|chairman|chairwoman|chairperson|chair|founder|head|vice president|executive)';
/** Behind an office: " Linda Ostrovsky", " of Machakos, Wavinya Ndeti", "'s mayor, Linda Ostrovsky". */
const BEHIND_OFFICE = new RegExp(`^(?: of (?:\\p{Lu}[\\p{L}'-]+ ?){1,3})?,? ${NAME}`, 'u');
/** Before one: "Marc Elrich, the ". */
const BEFORE_OFFICE = new RegExp(`${NAME}, (?:the )?(?:\\p{Lu}[\\p{L}'-]+(?:'s)? ){0,3}$`, 'u');
/** Behind a company: " chief executive Peter Ndegwa", "'s managing director, Peter Ndegwa". */
const BEHIND_COMPANY = new RegExp(`^(?:'s?)? (?:[\\p{L}-]+ ){0,3}?${TITLE}(?: [a-z-]+){0,3},? ${NAME}`, 'iu');
/** Before one: "Peter Ndegwa, chief executive of ". */
const BEFORE_COMPANY = new RegExp(
  `${NAME}, (?:the )?(?:[\\p{L}-]+ ){0,3}?${TITLE} (?:of|at|for) (?:the )?$`,
  'u',
);

/** Those whose office or house the text names. A surname of both sides is nobody's. */
export function peopleOf(
  text: string,
  named: { governments: readonly GovernmentMention[]; companies: readonly CompanyMention[] },
): People {
  const governments = new Map<string, GovernmentMention>();
  const companies = new Map<string, CompanyMention>();
  for (const one of named.governments) {
    if (one.kind !== 'official' || governments.size >= MOST) continue;
    const surname = surnameOf(text, one, [BEHIND_OFFICE, BEFORE_OFFICE]);
    if (surname !== null && !governments.has(surname)) governments.set(surname, one);
  }
  for (const one of named.companies) {
    if (one.kind !== 'ict' || companies.size >= MOST) continue;
    const surname = surnameOf(text, one, [BEHIND_COMPANY, BEFORE_COMPANY]);
    if (surname !== null && !companies.has(surname)) companies.set(surname, one);
  }
  for (const surname of [...companies.keys()]) {
    if (governments.delete(surname)) companies.delete(surname);
  }
  return { governments, companies };
}

function surnameOf(
  text: string,
  { start, end }: Stretch,
  [behind, before]: readonly [RegExp, RegExp],
): string | null {
  const match =
    behind.exec(text.slice(end, end + 110)) ?? before.exec(text.slice(Math.max(0, start - 90), start));
  return match?.groups?.surname ?? null;
}

const WORD = /(?<![\p{L}-])\p{Lu}[\p{L}'-]{2,}/gu;

/** The people of one side whose surname stands in a stretch, each with where it stands. */
export function named<T>(
  text: string,
  { start, end }: Stretch,
  people: ReadonlyMap<string, T>,
): { at: Stretch; who: T }[] {
  if (people.size === 0) return [];
  return [...text.slice(start, end).matchAll(WORD)].flatMap((match) => {
    const surname = match[0].replace(/'s?$/, '');
    const who = people.get(surname);
    const from = start + match.index;
    return who === undefined ? [] : [{ at: { start: from, end: from + surname.length }, who }];
  });
}
