/**
 * Guesses a charset from the bytes alone, for pages that declare nothing or lie.
 *
 * Each candidate decodes a sample and is scored by how much of what is not ASCII falls on the commonest
 * letters of the languages written in it, relative to the share those letters have in real text. A wrong
 * reading scatters over rare characters, so the true one stands out by a factor of five or more.
 */

const SAMPLE_BYTES = 32 * 1024;

// The commonest Han characters of newspapers, both scripts; together about 40 % of running text.
const HAN =
  '的一是不了在人有我他这中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年发后作里用道行所然家事成方多经去法学如都同现当没动面起看定天分还进小部其主样理心本前开但因从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利二等产或新己制身加月话合回特代内信表化给世位次度门任先海通教东立及比员解水名真论处走义各入几口条平系气题活别打变四神总何电数安少报才结反受目太再感建务做接必场件计管期市直德资命山金指克许统区保至队社便空决治展科司五基书非则听却界光放即像难且权思王象完设式色路记品住告类求据程北边死张该交规万取格望觉术领共确传师观清今切院让识候带导争运' +
  '這個們來為國時說會對發後過裡還進樣從實無與長機關點業將兩間問學經沒動當現開體門應戰頭見產話內給聲員論處義幾條氣題爾別變總電數報結務場計資統區隊決達強權設記類據邊張該規覺術領確傳師觀讓識帶導爭運';
const KANA =
  'のにはをたがでてとしれさあいるくこもらなすきうりつかっよまえそどけせわみじちん、。ーンスルトイアラリクッドシレジテタカロフマプコサキニメャュョィ日本人大年会国中';
const HANGUL = '이다는의에을가고하지로기사도서한리어자나인대스아일해그부정시은를과들수있게보전제라적으원';
const CYRILLIC = 'оеаинтсрвлкдмпуыья';
const WESTERN = 'éèàçüöäßñóíáúêôâîûãõåøæ“”‘’–—…«»©®°· ';
const CENTRAL = 'łąęśćżźńčřžýěůőűťďňáéíóúšöü“”„–…» ';

interface Candidate {
  label: string;
  common: ReadonlySet<string>;
  /** Share of non-ASCII characters that fall on `common` in ordinary text. */
  expected: number;
}

const candidate = (label: string, common: string, expected: number): Candidate => ({
  label,
  common: new Set(common),
  expected,
});

const CANDIDATES: readonly Candidate[] = [
  candidate('gb18030', `${HAN}，。、`, 0.5),
  candidate('big5', `${HAN}，。、`, 0.5),
  candidate('shift_jis', KANA, 0.55),
  candidate('euc-jp', KANA, 0.55),
  candidate('euc-kr', HANGUL, 0.5),
  candidate('windows-1251', CYRILLIC, 0.85),
  candidate('koi8-r', CYRILLIC, 0.85),
  candidate('iso-8859-5', CYRILLIC, 0.85),
  candidate('ibm866', CYRILLIC, 0.85),
  candidate('windows-1253', 'αοιετσνηρπκλμυςάίόέή', 0.85),
  candidate('windows-1255', 'יוהלארתבשמנםדקפחעגכט', 0.9),
  candidate('windows-1256', 'الينمرتبودعهسكقفحجةأ', 0.85),
  candidate('windows-874', 'านรกอเงมยลวดทสตะปบคหแจพช่้ีัิ์', 0.85),
  candidate('windows-1254', `${WESTERN}ışğİçöü`, 1.02),
  candidate('windows-1250', CENTRAL, 1.02),
  candidate('iso-8859-2', CENTRAL, 1.02),
  candidate('windows-1252', WESTERN, 0.95),
];

const LATIN: ReadonlySet<string> = new Set(['windows-1250', 'windows-1252', 'windows-1254', 'iso-8859-2']);

export interface Guess {
  label: string;
  /** About 1 for ordinary text, near 0 for a wrong reading. */
  score: number;
  /** Characters beyond ASCII that were judged. */
  weight: number;
}

/** The likeliest charset of bytes that are neither UTF-8 nor UTF-16; `windows-1252` when nothing stands out. */
export function guessLabel(bytes: Uint8Array): Guess {
  const sample = sampleOf(bytes);
  let best: Guess = { label: 'windows-1252', score: 0.1, weight: 0 };
  for (const one of CANDIDATES) {
    const guess = scoreOf(one, sample);
    if (guess.score > best.score) best = guess;
  }
  return best;
}

/** How well one label fits; null for labels that are never guessed. */
export function rateLabel(bytes: Uint8Array, label: string): Guess | null {
  const one = CANDIDATES.find((candidate) => candidate.label === label);
  return one ? scoreOf(one, sampleOf(bytes)) : null;
}

/** The stretch after the first high byte: heads of big pages are ASCII scripts. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE_BYTES) return bytes;
  const first = Math.max(
    bytes.findIndex((byte) => byte >= 0x80),
    0,
  );
  return bytes.subarray(first, first + SAMPLE_BYTES);
}

function scoreOf(one: Candidate, sample: Uint8Array): Guess {
  const text = new TextDecoder(one.label).decode(sample, { stream: true });
  let beyond = 0;
  let common = 0;
  let errors = 0;
  let joined = 0;
  let before = false;
  for (const char of text) {
    const isBeyond = char > '\u007f';
    if (isBeyond && before) joined += 1;
    before = isBeyond;
    if (!isBeyond) continue;
    beyond += 1;
    if (char === '\ufffd' || isControlOrPrivate(char)) errors += 1;
    else if (one.common.has(char)) common += 1;
  }
  if (beyond === 0) return { label: one.label, score: 0, weight: 0 };
  // One stray byte is forgiven; from there on, each error costs ten characters.
  const penalty = (Math.max(errors - 1, 0) * 10) / beyond;
  // Latin scripts strew single accents among ASCII, all others write whole words beyond it.
  const fits = joined > beyond * 0.4 !== LATIN.has(one.label);
  const score = (fits ? 1 : 0.3) * (common / beyond / one.expected) - penalty;
  return { label: one.label, score, weight: beyond };
}

/** C1 controls and private-use characters: what decoders give for bytes that mean nothing in a charset. */
function isControlOrPrivate(char: string): boolean {
  return (char >= '\u0080' && char <= '\u009f') || (char >= '\ue000' && char <= '\uf8ff');
}

/** `utf-16le`, `utf-16be` or null, told by which half of the byte pairs holds the zeros of ASCII mark-up. */
export function guessUtf16(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.2 && even < odd * 0.1) return 'utf-16le';
  if (even > pairs * 0.2 && odd < even * 0.1) return 'utf-16be';
  return null;
}
