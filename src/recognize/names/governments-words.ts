/**
 * Offices by their words alone, without a known place: departments, national bodies, "the coastal city", initials of an
 * office the text has named, and the level a word tells.
 */
import type { GovernmentMention } from './mentions.ts';

/** A state's department that is named without its state; national ones stand in the lexicon and win by being longer. */
export const DEPARTMENT =
  /(?<![\p{L}])(?:(?:Department|Bureau|Directorate|Secretariat|Agency) (?:of|for) (?:(?:\p{Lu}[\p{L}-]{1,20}|and|&) ?){1,5}|(?!The )(?:\p{Lu}[\p{L}-]{2,20} ){1,3}Department(?![\p{L}])|(?<!\p{Lu}[\p{L}-]{1,20} (?:and )?)(?!(?:The|State|National|Federal|Central|Better|Census|Weather|Labor|Land|News|Press|Political|Business|Credit|Visitors|Convention|Service|Beijing|Shanghai|Reuters|Industrial|Export|Tourism|Investment|Trade|Statistics|Energy|Meteorological|Patent|Maritime|Standards|Intelligence) )(?:\p{Lu}[\p{L}-]{2,20} )(?:(?:\p{Lu}[\p{L}-]{2,20}|and|&) ){0,3}Bureau(?![\p{L}]))/gu;

/** "the national Office of Civil Defense", "Federal Road Safety Commission". */
export const NATIONAL =
  /(?<![\p{L}])(?:[Tt]he )?Department (?:of|for) (?:Defen[cs]e|Homeland Security|Foreign Affairs|Home Affairs|Veterans|Immigration|the Interior|the Army|the Navy)(?![\p{L}])|(?<![\p{L}])(?:[Tt]he )?(?:[Nn]ational|[Ff]ederal|(?<=\p{Lu}\p{L}+'s )State(?= \p{Lu})|State(?= (?:Administration|Information Technology Agency|Council|Post|Bureau|Intellectual|Cultural|Oceanic|Forestry))) (?:\p{Lu}[\p{L}-]+ (?:(?:of|for|and|&) )?){0,5}(?:Office|Agency|Authority|Commission|Council|Bureau|Department|Ministry|Administration|Corps|Service)(?: (?:of|for)(?: (?:and |of )?\p{Lu}[\p{L}-]+){1,4})?(?![\p{L}])/gu;
/** "the central city", "the coastal province". */
export const THE_CITY =
  /(?<![\p{L}])[Tt]he (?!Chinese|Indian|German|Kenyan|Nigerian|American|British|Malaysian)\p{Lu}\p{Ll}{2,14} (?:city|capital|town|county|port)(?![\p{L}]| of \p{Lu}| (?:government|council|hall|authorities|administration|centre|center))|(?<![\p{L}])[Tt]he (?:central|northern|southern|eastern|western|coastal|capital|port|southwestern|southeastern|northwestern|northeastern|north-?eastern|host|garden|mountain|island|border|neighbou?ring) (?:city|province|state|region|county|municipality|district)(?![\p{L}]| of \p{Lu})/gu;

/** Offices whose initials are looked for: each is a search through the text. */
const MOST_INITIALS = 8;

/** "Sharjah Communication Technologies Authority (SCTA)": the office again, wherever its initials stand. */
export function byInitials(text: string, named: readonly GovernmentMention[]): GovernmentMention[] {
  const offices = named.flatMap((office) => {
    if (office.kind !== 'organ') return [];
    const initials = /^ \((\p{Lu}{3,8})\)/u.exec(text.slice(office.end, office.end + 12))?.[1];
    const own = (text.slice(office.start, office.end).match(/\p{Lu}(?=\p{Ll})/gu) ?? []).join('');
    // "IFEZ" for the Incheon Free Economic Zone Authority.
    const forms = initials === undefined ? [own, own.slice(0, -1)] : [initials];
    return forms.filter((form) => form.length > 2).map((form) => ({ office, initials: form }));
  });
  return offices.slice(0, MOST_INITIALS).flatMap(({ office, initials }) =>
    [...text.matchAll(new RegExp(`(?<![\\p{L}\\d(])${initials}(?![\\p{L}\\d)])`, 'gu'))].map(({ index }) => ({
      ...office,
      start: index,
      end: index + initials.length,
    })),
  );
}

/** Offices whose head words are looked for again. */
const MOST_HEADS = 8;

/** "Sharjah Communication Technologies Authority … the Authority": the office again by its last word. */
export function byHead(text: string, named: readonly GovernmentMention[]): GovernmentMention[] {
  const heads = new Map<string, GovernmentMention>();
  for (const office of named) {
    if (office.kind !== 'organ' || heads.size >= MOST_HEADS) continue;
    const head =
      /\p{Lu}[\p{L}'-]+ (?<head>Authority|Commission|Corporation|Municipality|Department|Directorate|Board|Agency|Council|Bureau|Committee|Secretariat)(?: \(\p{Lu}{2,8}\))?$/u.exec(
        text.slice(office.start, office.end),
      )?.groups?.head;
    if (head !== undefined && !heads.has(head)) heads.set(head, office);
  }
  return [...heads].flatMap(([head, office]) =>
    [
      ...text
        .slice(office.end)
        .matchAll(new RegExp(`(?<![\\p{L}])[Tt]he ${head}(?! of |[\\p{L}]| \\p{Lu})`, 'gu')),
    ].map(({ index, 0: words }) => ({
      ...office,
      start: office.end + index,
      end: office.end + index + words.length,
    })),
  );
}

export function isNameOnward(text: string, start: number, end: number): boolean {
  // "Our City Signed": a headline's capitals.
  if (/^our /i.test(text.slice(start, end))) return false;
  return (
    /^\p{Lu}/u.test(text.slice(start, end).replace(/^[Tt]he /, '')) &&
    /^ (?!Government|Govt|Council|Authorities|Administration|Cabinet|Department|Ministry|Governor|Assembly|Of\b|And\b)\p{Lu}\p{Ll}/u.test(
      text.slice(end, end + 24),
    ) &&
    !/\p{Lu}\p{Ll}+ (?:Government|Council|Authorities|LGU)$/u.test(text.slice(start, end))
  );
}

export function levelOfWords(words: string): GovernmentMention['level'] {
  if (/provinc|state|autonomous|governor|premier|minister|menteri/.test(words)) return 'province';
  if (/municipal|city|mayor|prefect/.test(words)) return 'prefecture';
  if (/county|district/.test(words)) return 'county';
  return null;
}
