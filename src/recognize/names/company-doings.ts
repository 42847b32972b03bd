/**
 * Companies in no list, known by what only a company does or has: a managing director, a branch, customers; a network it
 * "will build". Of an unknown trade, so they count only where the text speaks of information technology.
 */
import type { Stretch } from '../../wording/sentences.ts';
import { apartFrom, withoutOverlaps } from '../overlap.ts';
import { within } from '../within.ts';
import { type CompanyMention, unlistedCompany } from './mentions.ts';
import { isInitials, isOfAnotherHouse, OF_A_HOUSE } from './other-houses.ts';

const WORD = "\\d?\\p{Lu}[\\p{L}\\d&'-]{1,24}";
/** No capitalised word right before it: a name is read from its beginning. */
const NAME = `(?<![\\p{L}\\d&'-])(?<!\\p{Lu}[\\p{L}\\d&-]{0,20} )(?<name>${WORD}(?: (?:& )?${WORD}){0,3}?)`;
const AFTER_NAME = `(?: \\([^()]{2,60}\\))?`;
const VERB =
  '(?:invest|build|deploy|lay|install|upgrade|provide|supply|set up|establish|roll out|operate|digiti[sz]e|connect|host|expand|extend|design|develop|integrate|train|equip|launch|offer|deliver|spend|manage|maintain|bring|open|run|make|put|cover|wire|supply|erect|finance)';
const HOUSE =
  '(?:company|firm|giant|operator|provider|vendor|carrier|group|start-?up|supplier|conglomerate|corporation|integrator|manufacturer|titan|colossus|behemoth|powerhouse|subsidiary|joint venture|unicorn|telco|ISP)';

const DOINGS: readonly RegExp[] = [
  // "Brivo CEO", "Brivo's managing director", "Brivo branch".
  new RegExp(
    `${NAME}${AFTER_NAME}(?:'s?)? (?:[Gg]roup |[Rr]egional |[Cc]ountry |[Ee]xecutive |[Ss]enior |[Dd]eputy )?(?:CEO|COO|CTO|CFO|MD|[Cc]hief [Ee]xecutive|[Cc]hief [Oo]perating|[Cc]hief [Tt]echnology|[Mm]anaging [Dd]irector|[Gg]eneral [Mm]anager|[Cc]ountry [Mm]anager|[Vv]ice [Pp]resident|[Cc]o-?founder|[Ff]ounder|branch|subsidiary|subscribers|customers|headquarters|engineers|shares|spokes(?:man|woman|person))(?![\\p{L}])`,
    'gu',
  ),
  // "Brivo will build", "Brivo to digitise".
  new RegExp(
    `${NAME}${AFTER_NAME} (?:will|would|plans to|is to|was to|(?:has |have )?agreed to|(?:has |have )?promised to|(?:has |have )?pledged to|(?:has |have )?undertaken to|undertakes to|intends to|aims to|is set to|is expected to|(?:has |have )?committed to|[Tt]o)(?: also| then| now| further| jointly)? (?:${VERB}|(?:Invest|Build|Deploy|Install|Upgrade|Provide|Supply|Set Up|Establish|Roll Out|Operate|Digiti[sz]e|Connect|Expand|Develop|Launch|Deliver|Bring|Run|Make))(?![\\p{L}])`,
    'gu',
  ),
  // "Brivo has teamed up with".
  new RegExp(
    `${NAME}${AFTER_NAME} (?:has |have |today |recently )?(?:teamed up|teams up|partnered|tied up|joined hands|linked up) with(?![\\p{L}])`,
    'gu',
  ),
  // "Brivo, the Chinese telecommunications colossus": the trade need not be told.
  new RegExp(
    `${NAME}${AFTER_NAME}, (?:an?|the|one of (?:the|its|\\p{Lu}\\p{L}+'s)) (?:[\\p{L}\\d'-]+ ){0,5}?${HOUSE}s?(?![\\p{L}]| (?:of|chief|executive|boss|owner))`,
    'gu',
  ),
  // "Brivo's 5G network", "Brivo's expertise".
  new RegExp(
    `${NAME}'s? (?:[\\p{L}\\d-]+ ){0,2}?(?:network|platform|software|services|solutions?|cloud|app|equipment|technology|expertise|engineers|customers|fib(?:re|er)|data cent(?:re|er)s?|technicians|system)(?![\\p{L}])`,
    'gu',
  ),
  // "Brivo has signed an agreement", "Brivo bags contract".
  new RegExp(
    `${NAME}${AFTER_NAME} (?:(?:has|have|had|today|yesterday|recently|also|formally|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day) ){0,3}(?:signed|signs|inked|inks|sealed|seals|concluded|concludes|entered into|enters into|bagged|bags|won|wins|secured|secures|clinched|landed|lands) (?![a-z]+ law)`,
    'gu',
  ),
];

/** The doings that are a company's alone. */
const OWN: ReadonlySet<RegExp | undefined> = new Set([DOINGS[0], DOINGS[3]]);

/** "Ayala-led Brivo", "New Brivo": what stands before the name itself. */
const LEADING = /^(?:[\p{L}-]+-(?:led|based|backed|owned|listed|headquartered) )+/u;

/** More names, and more mentions of one, than these are a list. */
const MOST_NAMES = 8;
const MOST_MENTIONS = 40;

/** Mentions apart from what else is named; ordered by start. */
export function companiesByDoings(
  text: string,
  {
    known,
    places,
    isOther,
  }: {
    known: readonly Stretch[];
    places: readonly Stretch[];
    /** Names that are somebody's elsewhere, ordinary words, or a person's. */
    isOther: (name: string) => boolean;
  },
): CompanyMention[] {
  const names = new Set<string>();
  for (const pattern of DOINGS) {
    for (const match of text.matchAll(pattern)) {
      if (names.size >= MOST_NAMES) break;
      const given = (match.groups?.name ?? '').replace(/'s?$/, '');
      // "CDMX will provide", "Union of Polish Metropolises": initials alone, the end of a longer name.
      if (/^\p{Lu}{2,6}$/u.test(given) && !OWN.has(pattern)) continue;
      if (OF_A_HOUSE.test(text.slice(Math.max(0, match.index - 40), match.index))) continue;
      const name = withoutPlace(given.replace(LEADING, ''), places, match.index);
      if (name.length < 4 || isOther(name) || isOfAnotherHouse(name)) continue;
      if (isInitials(text, name)) continue;
      names.add(name);
    }
  }
  const found: CompanyMention[] = [];
  for (const name of names) {
    let count = 0;
    for (
      let at = text.indexOf(name);
      at >= 0 && count < MOST_MENTIONS;
      at = text.indexOf(name, at + name.length)
    ) {
      if (/[\p{L}\d]/u.test((text[at - 1] ?? ' ') + (text[at + name.length] ?? ' '))) continue;
      found.push(unlistedCompany(at, name, 'unknown'));
      count++;
    }
  }
  const sorted = withoutOverlaps([...known].map(({ start, end }) => ({ start, end })));
  const inPlaces = (one: Stretch): boolean =>
    within(places, one.start - 40, one.end).some(({ start, end }) => start <= one.start && end >= one.end);
  return apartFrom(withoutOverlaps(found), sorted).filter((one) => !inPlaces(one));
}

/** "Brivo Shanghai": the branch is the company's. */
function withoutPlace(name: string, places: readonly Stretch[], start: number): string {
  const tail = within(places, start + 1, start + name.length).find(({ end }) => end === start + name.length);
  return tail ? name.slice(0, tail.start - start).trimEnd() : name;
}
