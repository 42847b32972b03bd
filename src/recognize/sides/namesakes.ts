/** Names that only have a place in them: "University of Lagos", "Delhi Metro", "Cricket NSW". They sign for themselves. */
import type { Stretch } from '../../wording/sentences.ts';
import type { Act } from '../acts.ts';

/** "University of Lagos", "Kaduna Chamber of Commerce": a house that has the place in its name. */
const HOUSE_OF =
  /\b(?:University|College|Bank|Institute|Port|Chamber|Diocese|Archdiocese|Embassy|Bishop|Exchange|Club|Bar|Court) of(?: the)? $/;

const HOUSE =
  /^ (?:Chamber|University|Stock|Bank|Airport|Port|Hospital|Museum|Institute|College|School|Association|Union|Club|Times|Post|Daily|Exchange|Polytechnic|Foundation|Federation|Society|Church|Railways?|Metro|Power|Electric|Water|Investment|Cricket|Football|Minister|Secretary|Commissioner)\b/;

/** "Chicago Cubs", "Delhi Metro": a capital letter goes on behind the place. Titles of office and days do not count. */
const GOES_ON =
  /^ (?!(?:Governor|Gov|Mayor|Premier|CM|Chief|Deputy|Vice|Party|Minister|IT|ICT|Commissioner|Secretary|Executive|State|City|Province|County|LGU|Government|Govt|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b)\p{Lu}[\p{L}&]+/u;

/** "Cricket NSW": a name that ends in a place. */
const GOES_BEFORE = /(?<lead>[.:] |\n|[\p{L}\d])?(?<![\p{L}])(?<word>\p{Lu}\p{Ll}{2,}) $/u;

const NO_NAME =
  /^(?:The|What|When|After|Before|How|Why|That|As|Since|While|Under|Between|If|Once|Both|Also|Now|Here|There|Then|In|On|At|And|With|By|From|For|Of|City|Province|State|County|Region|Municipality|Government|Govt|Council|East|West|North|South|Central|Coastal|Northern|Southern|Eastern|Western|Greater|Smart|Digital|Chinese|Indian|Today|Yesterday|Recently|Meanwhile|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/;

export function isNamesake(text: string, { cue, sentence }: Act, who: Stretch): boolean {
  // In a headline every word has its capital.
  if (!/^\p{Ll}/u.test(text.slice(cue.start))) return false;
  if (GOES_ON.test(text.slice(who.end, who.end + 24))) return true;
  const { lead, word } = GOES_BEFORE.exec(text.slice(sentence.start, who.start))?.groups ?? {};
  return word !== undefined && lead === undefined && !NO_NAME.test(word);
}

/** "Kaduna Chamber of Commerce", "University of Lagos": a house that has the place in its name. */
export function isHouse(before: string, after: string): boolean {
  if (/\b(?:IIT|IIM|NIT|IIIT|AIIMS|NIFT)[- ]$/.test(before)) return true;
  // "Anqing City Construction Investment Group": a firm that has the place in its name.
  if (
    /^ (?!Government|Municipal|People|Provincial|County)(?:\p{Lu}[\p{L}-]+ ){1,3}(?:Investment|Construction|Development|Holding|Transportation|Water|Culture|Tourism) (?:Group|Company|Co|Corporation|Ltd)\b/u.test(
      after,
    )
  )
    return true;
  return HOUSE_OF.test(before) || HOUSE.test(after);
}

/** Seats of national governments by whose names a nation is called. */
const SEATS =
  /^(?:Abuja|Accra|Addis Ababa|Algiers|Amman|Ankara|Baghdad|Bangkok|Beijing|Berlin|Brasilia|Cairo|Canberra|Colombo|Dakar|Dar es Salaam|Dhaka|Dodoma|Doha|Hanoi|Harare|Islamabad|Jakarta|Kampala|Khartoum|Kigali|Kuala Lumpur|Lilongwe|London|Luanda|Lusaka|Madrid|Manila|Maputo|Moscow|Nairobi|New Delhi|Ottawa|Paris|Pretoria|Riyadh|Rome|Seoul|Tehran|Tokyo|Tripoli|Tunis|Warsaw|Washington|Windhoek|Yaoundé)$/;
const HEAD_OF_STATE =
  /\b(?:President|Prime Minister|Premier) \p{Lu}[\p{L}]+(?: \p{Lu}[\p{L}]+)?(?! (?:of|and CEO))|\bstate visit\b|\bMPs?\b|\b[Ff]ederal\b/u;
const OF_THE_CITY = /\b(?:mayor|governor|city|county|municipal|lord mayor|council)\b/i;

/** "Nairobi signed a deal with Huawei when President Kenyatta visited": the nation by its capital. */
export function isNation(text: string, { start, end }: Stretch): boolean {
  return SEATS.test(text.slice(start, end)) && HEAD_OF_STATE.test(text) && !OF_THE_CITY.test(text);
}
