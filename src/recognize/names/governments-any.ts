/**
 * Governments by the word alone: "the Westmoor government", whatever Westmoor is, unless it is a nation, a party or a
 * head of a national government whom the text names.
 */
import { COUNTRIES, isOfCountry } from './countries.ts';
import type { GovernmentMention } from './mentions.ts';

/** "the Westmoor government", "Westmoor's government": by its word alone, of whatever is no nation, party or person. */
const ANY_GOVERNMENT =
  /(?<![\p{L}-])(?<!\p{Lu}[\p{L}'-]{0,20} )(?:The )?(?<name>(?!The )\p{Lu}[\p{L}-]{2,20}(?: \p{Lu}[\p{L}-]{2,20})?)(?:'s)? [Gg]overnment(?![\p{L}])(?! (?:contract|procurement|services|business|solutions|relations|affairs|bonds?|websites?|portals?|cloud|customers?|agenc|departments?|ministr|officials? from|of \p{Lu}))/gu;
/** "the Government of Westmoor". */
const GOVERNMENT_OF =
  /(?<![\p{L}])(?:[Tt]he )?(?:[Gg]overnment|[Gg]ovt\.?) of (?<name>(?!The )\p{Lu}[\p{L}-]{2,20}(?: \p{Lu}[\p{L}-]{2,20})?)(?![\p{L}])/gu;
const NO_REGION =
  /^(?:The|This|That|These|Those|Their|Our|Your|Its|Each|Every|Any|No|New|Old|And|But|With|From|Under|For|When|While|Both|Other|Federal|National|Central|Union|State|Local|Provincial|Municipal|City|County|District|Regional|Town|Village|Military|Transitional|Interim|Coalition|Labou?r|Conservative|Liberal|Tory|Democratic|Republican|Socialist|Communist|Nationalist|Congress|BJP|Open|Smart|Digital|Good|Big|Prime|Chief|Former|Current|Previous|Party|Self|World|Global|Foreign|Host|Royal|Soviet|Dutch|French|Swiss|Greek|Danish|Finnish|Swedish|Spanish|Polish|Norwegian|Filipino|Philippine|British|English|Irish|Turkish|Thai|Lao|Burmese|Malagasy|Ivorian|Emirati|Saudi|Afghan|Kyrgyz|Turkmen|Kosovar|Argentine|Peruvian|Czech|Slovak|Belgian|German|Trump|Biden|Modi|Republic|Kingdom|United|People|Islamic|Commonwealth|National)(?: |$)/u;
/** More of them than this in one text are a list. */
const MOST_ANY = 20;

export function anyGovernments(text: string): GovernmentMention[] {
  const found: GovernmentMention[] = [];
  for (const match of [...text.matchAll(ANY_GOVERNMENT), ...text.matchAll(GOVERNMENT_OF)]) {
    const name = match.groups?.name ?? '';
    if (found.length >= MOST_ANY) break;
    if (NO_REGION.test(name) || COUNTRIES.has(name) || isOfCountry(name) || isBearer(text, name)) continue;
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      kind: 'organ',
      place: null,
      level: null,
      full: true,
    });
  }
  return found;
}

/** "Prime Minister Anthony Albanese … the Albanese government". */
function isBearer(text: string, name: string): boolean {
  const last = name.split(' ').at(-1) ?? name;
  return new RegExp(
    `(?:Minister|President|Premier|Chancellor|Taoiseach|PM|Mr|Ms|Mrs|Dr)\\.? (?:\\p{Lu}[\\p{L}.'-]* ){0,2}${last}(?!\\p{L})`,
    'u',
  ).test(text);
}
