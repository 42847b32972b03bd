/**
 * Companies that nothing but the signing tells of: "the Sharjah government signed a contract with PRO TECHnology", "Estar
 * and the Lagos State Government signed". A name beside a regional government, in a sentence with a signing, that is of
 * no house we know: of an unknown trade, so it counts only where the text speaks of information technology.
 */
import type { Stretch } from '../../wording/sentences.ts';
import { indexAt, within } from '../within.ts';
import { type CompanyMention, type GovernmentMention, unlistedCompany } from './mentions.ts';
import { isInitials, isOfAnotherHouse, NOT_A_COMPANY, OF_A_HOUSE } from './other-houses.ts';

/** Names of this many words at most. */
const NAME =
  "(?<name>(?:\\d?\\p{Lu}[\\p{L}\\d.&'-]*|[a-z]{1,2}\\p{Lu}[\\p{L}\\d&-]+)(?: (?:& |and (?=(?:Technolog|Communication|Solution|Service|System|Network|Partner|Son|Associate)))?(?:\\p{Lu}[\\p{L}\\d&'-]*|\\d{2,4})){0,4})";
/** "On April 17 Estar": words that no name begins with. */
const OPENS =
  '(?!(?:On|In|At|By|For|After|When|As|Since|While|Under|January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?!\\p{L}))';
const QUOTED = "[\"“'‘](?<quoted>\\p{Lu}[\\p{L}\\d&'-]*(?: \\p{Lu}[\\p{L}\\d&'-]*){0,3})[\"”'’]";
const ENDS =
  '(?=[,.;:)"”]| \\(|$|\\n| (?:and|of|on|to|for|in|at|that|which|who|where|under|aimed|aims|has|have|had|will|yesterday|today|this|last|is|was|as|with|signed|whose|put|puts|affixed|sealed|inked|concluded|by|covering|worth|over|here|about|regarding|concerning|via|through|into|after|during|because|so|but)(?!\\p{L}))';
const DOCUMENT =
  '(?:[Aa]greement|[Mm]emorandum|MoU|MOU|MoA|MOA|[Cc]ontract|[Pp]act|[Dd]eal|[Aa]ccord|[Pp]rotocol|[Cc]onvention|[Ll]etter of [Ii]ntent|LoI|LOI|[Uu]nderstanding|[Cc]ooperation|[Pp]artnership)';

/** "a memorandum of understanding (MoU) with Estar", "has signed on Monday with Estar". */
const WITH = new RegExp(
  `(?:${DOCUMENT}s?(?: of [A-Za-z]+)?(?: \\([A-Za-z]+\\))?(?: [a-z\\d-]+){0,6}|\\b(?:signed|inked|sealed|concluded|entered into)(?: [\\p{L}\\d,-]+){0,3})(?:,? on [\\p{L}\\d, ]{3,30}?| (?:yesterday|today|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))? with (?:the )?(?:\\p{Lu}\\p{Ll}+(?:ese|an|ish|i|ch) )?(?:[a-z][a-z-]+ ){0,4}(?:${NAME}|${QUOTED})${ENDS}`,
  'gu',
);
/** "MoUs were also signed with Estar". */
const WERE_SIGNED_WITH = new RegExp(
  `\\b(?:[Aa]greement|MoU|MOU|[Mm]emorandum|[Cc]ontract|[Pp]act|[Dd]eal|[Aa]ccord)s? (?:was|were|has been|have been) (?:also |then )?(?:signed|inked|sealed|concluded) with (?:the )?(?:[a-z][a-z-]+ ){0,4}${NAME}${ENDS}`,
  'gu',
);
/** Right behind a government: " and Estar". */
const JOINED_AFTER = new RegExp(
  `^(?: \\([^)]{1,12}\\))?,? (?:and|with) (?:the )?(?:[a-z][a-z-]+ ){0,4}(?:${NAME}|${QUOTED})${ENDS}`,
  'u',
);
/** Right behind a government: `, "Estar" and "Lysnet" signed`. */
const ROWED_AFTER = new RegExp(`^, ${QUOTED}(?:,| and )`, 'u');
/** Right before a government: "Estar and the ". */
const JOINED_BEFORE = new RegExp(
  `(?:^|[.:,;\\n–—-] ?|\\d |(?:between|by|yesterday|today|that|when|as|after|while) )(?:(?:the )?(?:[a-z][a-z-]+ ){1,3})?(?:${OPENS}${NAME}|${QUOTED})(?: (?:company|group|firm))?,? (?:and|with) (?:the )?$`,
  'u',
);

/** "US Trade and Development Agency": the name goes on; "Min Ki-young, president of": a person. */
function isMore(after: string): boolean {
  const onward = /^ (?:and|of|for|&) (?:the )?(?:\p{Lu}[\p{L}-]+ ?){1,4}/u.exec(after)?.[0];
  if (onward !== undefined && NOT_A_COMPANY.test(onward.trim())) return true;
  return /^,? (?:the |its |an? )?(?:[a-z-]+ ){0,2}(?:president|CEO|ceo|chief|director|chairman|chairperson|chairwoman|head|minister|mayor|governor|secretary|manager|founder|commissioner)\b/i.test(
    after,
  );
}

/** Hebei in "Hebei Lanyun": a place that only begins the name. */
function isHead(place: Stretch, start: number, end: number): boolean {
  return place.start === start && place.end < end;
}

/** More of them than this in one text is a list of something else. */
const MOST = 12;

export function signedWith(
  text: string,
  {
    sentences,
    acts,
    governments,
    companies,
    places,
    isOther,
  }: {
    sentences: readonly Stretch[];
    acts: readonly Stretch[];
    governments: readonly GovernmentMention[];
    companies: readonly CompanyMention[];
    places: readonly Stretch[];
    /** Names that are somebody's elsewhere, or ordinary words. */
    isOther: (name: string) => boolean;
  },
): CompanyMention[] {
  const found: CompanyMention[] = [];
  const take = (match: RegExpExecArray | null, from: number, to: number): void => {
    const name = (match?.groups?.name ?? match?.groups?.quoted)?.replace(/(?<=\p{Ll}{3})\.$/u, '');
    const bare = match?.groups?.quoted?.replace(/^The /, '') ?? name ?? '';
    if (!match || name === undefined || bare.length < 3) return;
    if (isOfAnotherHouse(bare) || isOther(name) || isInitials(text, name)) return;
    const start = from + match.index + match[0].lastIndexOf(name);
    const end = start + name.length;
    if (OF_A_HOUSE.test(text.slice(Math.max(0, start - 40), start))) return;
    // "Estar and Ampang Jaya Municipal Council": what is joined is a party of its own.
    const joined = within(governments, end + 4, end + 10).some((one) =>
      /^,? (?:and|&|with) (?:the )?$/.test(text.slice(end, one.start)),
    );
    if (end > to || (!joined && isMore(text.slice(end, end + 60)))) return;
    const taken = [governments, companies, places].some((list) =>
      within<Stretch>(list, start - 90, end).some(
        (one) => one.end > start && !(list !== companies && isHead(one, start, end)),
      ),
    );
    if (!taken && !found.some((one) => one.start < end && one.end > start))
      found.push(unlistedCompany(start, name, 'unknown'));
  };
  const told = new Set(acts.map(({ start }) => indexAt(sentences, start)));
  for (const index of told) {
    const sentence = sentences[index];
    if (!sentence || found.length >= MOST) continue;
    const organs = within(governments, sentence.start, sentence.end).filter(
      ({ kind }) => kind === 'organ' || kind === 'place' || kind === 'generic' || kind === 'official',
    );
    const words = text.slice(sentence.start, sentence.end);
    // "Pacts were signed with Estar": by whom the sentences before tell.
    if (organs.length === 0) {
      for (const match of words.matchAll(WERE_SIGNED_WITH)) take(match, sentence.start, sentence.end);
      continue;
    }
    for (const match of words.matchAll(WITH)) take(match, sentence.start, sentence.end);
    for (const organ of organs.slice(0, MOST)) {
      if (organ.kind === 'official') {
        // "Estar and the Governor": one word is hardly a person's name.
        const from = Math.max(sentence.start, organ.start - 80);
        const match = JOINED_BEFORE.exec(text.slice(from, organ.start));
        if (match?.groups?.name !== undefined && !match.groups.name.includes(' '))
          take(match, from, organ.start);
        continue;
      }
      take(ROWED_AFTER.exec(text.slice(organ.end, sentence.end)), organ.end, sentence.end);
      // "its plazas: Shiprock, Tuba City and Pinon": the last of a row of places.
      const rowed = organ.kind === 'place' && /, $/.test(text.slice(organ.start - 2, organ.start));
      if (!rowed) take(JOINED_AFTER.exec(text.slice(organ.end, sentence.end)), organ.end, sentence.end);
      const from = Math.max(sentence.start, organ.start - 80);
      // "Newry, Mourne and Down District Council": a row of names that one council has.
      const inRow = /\p{Lu}[\p{L}'-]+, \p{Lu}[\p{L}'-]+ and $/u.test(text.slice(from, organ.start));
      if (!(inRow && /Council$/.test(text.slice(organ.start, organ.end))))
        take(JOINED_BEFORE.exec(text.slice(from, organ.start)), from, organ.start);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
