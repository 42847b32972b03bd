/** Houses that are neither a government nor an ICT company, and sign for themselves: banks, schools, clubs. */

const WORDS = [
  'academy',
  'airline',
  'airport',
  'association',
  'bank',
  'club',
  'college',
  'foundation',
  'fund',
  'hospital',
  'institute',
  'insurer',
  'polytechnic',
  'school',
  'union',
  'university',
  'utility',
];
const NOUN = `(?:${WORDS.join('|')})`;
const NAMED = `(?:${WORDS.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('|')})`;

const JOINED = new RegExp(`\\b(?:the|a|its) ${NOUN} (?:and|with) |\\b(?:and|with) (?:the|a) ${NOUN}\\b`);
const OTHER_SIDE = new RegExp(
  `^[^.;]{0,60} with (?:the )?(?:\\p{Lu}[\\p{L}'-]+ ){0,5}?${NAMED}\\b(?! of \\p{Lu}\\p{L}+ and )`,
  'u',
);

/** "the bank and PTCL exchanged papers": a house is joined to somebody in this text of lower case. */
export const joinsHouse = (lower: string): boolean => JOINED.test(lower);

/** "(signed) a memorandum with Khalifa University": of the text behind a word of signing. */
export const isWithHouse = (behind: string): boolean => OTHER_SIDE.test(behind);
