/** Names that are no company's: of a nation, an office, a school, a person by a title, a company of another trade; and their initials. */
import { COUNTRIES } from './countries.ts';

/** Houses of other kinds, people by their titles, and words that open sentences. */
export const NOT_A_COMPANY =
  /\b(?:Signs?|Signed|Inks?|Inked|Seals?|Deal|Pact|MoU|MOU)(?![\p{L}])|\b(?:Universit|Institut|College|School|Bank|Foundation|Council|Ministr|Government|Govt|Authorit|Commission|Agenc|Association|Chamber|Union|Hospital|Airport|Port|Railway|Police|Army|Society|Trust|Fund|Church|Club|Federation|League|Museum|Academ|Board|Department|Bureau|Committee|Office|Organi[sz]ation|Nations|Programme|Program|Initiative|Alliance|Parliament|Assembly|Senate|Court|Centre for|Center for|Embassy|Consulate|Commonwealth|Crown|Confederation|Republic|Kingdom|State|County|City|Province|Region|District|Municipality|Governor|Mayor|Minister|Chairman|President|Director|Chief|Secretary|Commissioner|MP|MLA|Mr|Mrs|Ms|Dr|Prof|Hon|Engr|Sir|Dato|Datuk|Sheikh|Prince|King|Memorandum|Agreement|Understanding|Intent|Cooperation|Collaboration|Partnership|Development|Reform)|^(?:The|This|That|These|A|An|It|Its|He|She|They|We|In|On|At|By|For|With|And|Both|Each|All|Other|Phase|January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|UN|UNDP|UNICEF|UNESCO|USAID|GIZ|JICA|EU|WHO|MOU|MoU|MOA|MoA|MOUs|LOI|LoI|Communications?|Telecommunications?|Technology|Information|Digital|America|IFC|ADB|AfDB|ITU|World|European|African|Asian|Chinese|Indian|American|British|German|French|Russian|Japanese|Korean|Nigerian|Kenyan)(?![\p{L}])/u;

/** "Union of Polish Metropolises": what is read is the end of a longer name. */
export const OF_A_HOUSE =
  /\b(?:Union|Association|League|Federation|Confederation|Office|Ministry|Department|Institute|University|Bank|Board|Agency|Authority|Council|Commission|Chamber|Centre|Center|Academy|Society|Organi[sz]ation|Alliance) (?:of|for) (?:the )?(?:\p{Lu}[\p{L}'-]+,? (?:and |& )?){0,4}$/u;

/** What a company of another trade ends in: Essential Energy. */
const OF_ANOTHER_TRADE =
  /(?:Energy|Power|Electric|Electricity|Water|Gas|Oil|Petroleum|Steel|Cement|Foods?|Motors?|Airlines?|Airways|Insurance|Hotels?|Resorts?|Realty|Properties|Estates?|Construction|Engineering|Railways?|Logistics|Shipping|Mining|Pharma(?:ceuticals)?|Brewer(?:y|ies)|Farms?|Associates|Architects|Engineers)$/;

/** A name that is no company's: a country, or a house of another kind, an office, a person by a title. */
export function isOfAnotherHouse(name: string): boolean {
  return NOT_A_COMPANY.test(name) || COUNTRIES.has(name) || OF_ANOTHER_TRADE.test(name);
}

/** "Konza Technopolis Development Authority (KoTDA)": initials of a house of another kind. */
export function isInitials(text: string, name: string): boolean {
  return name
    .split(' ')
    .map((word) => word.replace(/s$/, ''))
    .some((word) => /^\p{Lu}[\p{L}]*\p{Lu}$/u.test(word) && standForHouse(text, word));
}

function standForHouse(text: string, name: string): boolean {
  // "ICTA" for the ICT Authority.
  if (
    /^\p{Lu}{3,7}$/u.test(name) &&
    new RegExp(
      `\\b${name.slice(0, -1)} ${name.at(-1)}(?:uthority|gency|ssociation|ouncil|ommission|oard|nstitute|niversity)`,
    ).test(text)
  )
    return true;
  const at = text.indexOf(`(${name})`);
  if (at < 0) return false;
  const before = /(?:(?:\p{Lu}[\p{L}'-]*|of|for|and|the|&) ){1,8}$/u.exec(
    text.slice(Math.max(0, at - 90), at),
  )?.[0];
  return before !== undefined && isOfAnotherHouse(before.trim());
}
