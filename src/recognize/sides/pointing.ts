/** Words that point back at a party named before: "with it", "the company", "we". */
import type { Stretch } from '../../wording/sentences.ts';
import type { Findings } from '../findings.ts';
import { type CompanyMention, type GovernmentMention, isOutright } from '../names/mentions.ts';
import { within } from '../within.ts';

const KIND =
  "(?:(?:[a-z]+(?:ese|ean|ian|ican|ish)|german|french|dutch|swiss|czech|israeli|emirati|korean|south african|local|components|semiconductor|app|country's|home-grown|loss-making|listed|(?:[a-z]+-)?(?:owned|based|backed|born)|telecoms?|tech|internet|web|search|software|technology|mobile|phone|smartphone|computer|pc|chip|camera|server|network|cloud|ai|it|ict|e-commerce|online|equipment|state-owned|video|short-video|drone|tower|satellite|cable|fibre|fiber|display|electronics|data|payment|ride-hailing|car-hailing|social-media|games?|gaming|fintech|financial|streaming) ){0,3}(?:chipmaker|phonemaker|company|firm|operator|telco|group|corporation|giant|maker|carrier|provider|incumbent|vendor|house|retailer|platform|developer|manufacturer|conglomerate|start-?up)";
/** "with the company", "the operator and", "the German incumbent has signed". */
const POINTS = new RegExp(
  `\\b(?:between|with|and|by) (?:the|this) ${KIND}\\b|\\b(?:the|this) ${KIND}(?: and |(?: has| have| had| also| recently| formally| today| yesterday){0,2} (?:sign|ink|conclud|enter|reach|seal|agree)| (?:said|says|announced)(?: on \\w+)?(?: that)? it (?:has |had )?(?:sign|ink|conclud|enter|reach|seal))|\\b(?:his|her) ${KIND},? and |\\b(?:and|with) (?:his|her) ${KIND}\\b|\\b(?:mayor|governor|judge|chair(?:man|woman|person)?|commissioner|minister|premier)\\b[^,;.]{0,40},? and its (?:[a-z]+ ){0,2}(?:president|ceo|director|manager|head|chief|boss|founder|executive)\\b`,
);

const BESIDE_BEFORE = new RegExp(`\\b(?:the|this) ${KIND},? and (?:the )?$`);
const BESIDE_AFTER = new RegExp(`^,? and (?:the|this) ${KIND}\\b`);

/** "the municipality and the company": beside who is pointed back at. */
export function isBesidePointer(lower: string, { start, end }: Stretch): boolean {
  return (
    BESIDE_AFTER.test(lower.slice(end, end + 60)) ||
    BESIDE_BEFORE.test(lower.slice(Math.max(0, start - 60), start))
  );
}

/** "signed an agreement with it": who was spoken of in the sentence before. */
const WITH_IT = /\bwith (?:it|them|him)\b/;

/** "Its managing director said so at the signing": whose people open the sentence. */
const ITS_OWN =
  /^(?:its|the (?:company|firm|operator|telco|group|provider|carrier)'s|the) (?:[a-z]+ ){0,2}(?:representative|director|ceo|chief executive|chairman|chairperson|president|managing director|general manager|country manager|spokesman|spokesperson|founder|md)\b/;

/** "the governor signed for the state and the managing director for the company". */
const SIGNED_FOR = new RegExp(
  `\\b(?:sign(?:ed|s|ing)?|pen to paper|signatures?)\\b[^.]{0,200} for (?:the|this) ${KIND}\\b`,
);

/** How far back "it" may point, in characters. */
const NEAR = 300;

/** "the agreement between the municipal government and the company", "with it": the one that was named last. */
export function pointedAt({ read, companies }: Findings, { start, end }: Stretch): CompanyMention[] | null {
  const words = read.lower.slice(start, end);
  if (/\bwe(?:'ve| have)? (?:have )?(?:signed|reached|entered|inked)/.test(words)) return speaker(companies);
  const at = POINTS.exec(words) ?? WITH_IT.exec(words) ?? ITS_OWN.exec(words) ?? SIGNED_FOR.exec(words);
  if (!at) return null;
  const last = companies.findLast(({ kind, end: until }) => kind === 'ict' && until <= start + at.index);
  return last ? [last] : null;
}

/** "we've signed an agreement with the city": the only company of the text speaks. */
function speaker(companies: readonly CompanyMention[]): CompanyMention[] | null {
  const known = companies.filter(({ kind }) => kind === 'ict');
  const [first] = known;
  return first && known.every(({ canonical }) => canonical === first.canonical) ? [first] : null;
}

/** "The Stuttgart Region shall be digital. Deutsche Telekom signed a letter with it": the government named before. */
export function governmentPointedAt(
  { read, governments }: Findings,
  { start, end }: Stretch,
): GovernmentMention[] {
  if (!WITH_IT.test(read.lower.slice(start, end))) return [];
  return within(governments, Math.max(0, start - NEAR), start)
    .filter(isOutright)
    .slice(-1);
}
