/** People by their titles: their names are no companies. */

const PERSON_TITLE =
  '(?:MP|MLA|MPP|MEP|Rep\\.?|Governor|Gov\\.?|Mayor|Minister|President|Chairman|Chairwoman|Chairperson|Chair|CEO|Director|Secretary|Commissioner|Councill?or|Senator|Premier|Manager|Officer|Executive|Chief|Head|Prof\\.?|Dr\\.?|Mr\\.?|Mrs\\.?|Ms\\.?|Engr\\.?|Hon\\.?|Sir|Lord|Dato|Datuk|Sheikh|Prince|spokes(?:man|woman|person)|president|chairman|director|secretary|manager|minister|mayor|governor|executive|officer|chief|founder)s?';
const TITLED = new RegExp(`${PERSON_TITLE},? (?<who>(?:\\p{Lu}[\\p{L}.'-]* ){0,3}\\p{Lu}[\\p{L}'-]+)`, 'gu');
const APPOSED = new RegExp(
  `(?<who>(?:\\p{Lu}[\\p{L}.'-]* ){1,3}\\p{Lu}[\\p{L}'-]+), (?:the |its |an? )?(?:[\\p{L}'-]+ ){0,4}?${PERSON_TITLE}`,
  'gu',
);

const ONE = "(?:\\p{Lu}[\\p{L}.'-]* ){0,2}\\p{Lu}[\\p{L}'-]+";
/** "governors Gerardo Zamora, Oscar Herrera and Gildo Insfrán". */
const IN_A_ROW = new RegExp(`${PERSON_TITLE} (?<who>${ONE}(?:, ${ONE}){0,6},? and ${ONE})`, 'gu');

/** The words of the names of people, by their titles. */
export function peopleIn(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const pattern of [TITLED, APPOSED, IN_A_ROW]) {
    for (const { groups } of text.matchAll(pattern))
      for (const word of (groups?.who ?? '').split(/,? (?:and )?/)) words.add(word.replace(/'s$/, ''));
  }
  return words;
}
