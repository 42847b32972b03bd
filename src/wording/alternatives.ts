/** Words as the alternatives of a regular expression. */

/** `a|b|c`, signs escaped, a word before those that it begins with: the longest wins. */
export function longestFirst(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('|');
}
