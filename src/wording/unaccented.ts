/**
 * Latin letters without their marks, one unit for one: Đà Nẵng is Da Nang, so that a name is found however it is written.
 */

/** Letters that Unicode does not take apart (NFD leaves them whole). */
const WHOLE: Readonly<Record<string, string>> = {
  Đ: 'D',
  đ: 'd',
  Ø: 'O',
  ø: 'o',
  Ł: 'L',
  ł: 'l',
  ı: 'i',
  Ħ: 'H',
  ħ: 'h',
};

/** Of equal length in UTF-16 units: every index of the text holds in the result. */
export function unaccented(text: string): string {
  return text.replace(/[\u00C0-\u024F\u1E00-\u1EFF]/g, (letter) => WHOLE[letter] ?? base(letter));
}

function base(letter: string): string {
  const bare = letter.normalize('NFD').charAt(0);
  return bare.length === letter.length ? bare : letter;
}
