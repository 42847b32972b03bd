/**
 * A text as comparable tokens: the unit both the similarity key and the judge of copies count in.
 *
 * Scripts written without spaces give one token a character, others one a word, numbers one a figure.
 * Width and compatibility forms fold (Unicode NFKC, UAX 15), punctuation and white space vanish; case stays, since
 * it tells names in English, and `keyOf` folds it for comparing.
 * Converted pages carry the reading of a character in brackets behind it (`協(xié)議`): it is dropped.
 * Traditional and simplified characters stay different on purpose: copies are of one script family.
 */

/** Scripts without spaces between words: a character is the unit. */
const SINGLE = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]`;
const TOKEN = new RegExp(
  String.raw`\d{1,2}:\d{2}(?::\d{2})?|\d{1,3}(?:,\d{3}){1,6}(?!\d)|\d{1,30}(?:\.\d{1,12})?|${SINGLE}|(?:(?!${SINGLE})[\p{L}\p{M}]){1,60}|[%$€£¥₹₦]`,
  'gu',
);
const SINGLE_TOKEN = new RegExp(`^${SINGLE}$`, 'u');
const READING = /(?<=\p{Script=Han})\(\p{Script=Latin}{1,7}\)/gu;

/** Width and compatibility forms folded, readings in brackets dropped; case and line breaks stay. */
export function foldText(text: string): string {
  return text.normalize('NFKC').replace(READING, '');
}

/** Tokens of folded text in order, as written; thousands separators leave the figures. */
export function tokenize(folded: string): string[] {
  const tokens = folded.match(TOKEN) ?? [];
  return tokens.map((token) => (token.includes(',') ? token.replaceAll(',', '') : token));
}

/** What two tokens are compared by. */
export function keyOf(token: string): string {
  return token.toLowerCase();
}

/** True for one character of a script without spaces. */
export function isSingle(token: string): boolean {
  return SINGLE_TOKEN.test(token);
}

/** What a token weighs beside a Han character: a word or figure carries about two characters of meaning. */
export function weightOf(token: string): number {
  return isSingle(token) ? 1 : 2;
}
