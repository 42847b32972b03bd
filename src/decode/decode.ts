/**
 * Bytes to text.
 *
 * The order of witnesses is the browser's: byte order mark, HTTP header, declaration in the document,
 * statistics. A label is only a claim, though: it is checked against the bytes, and a claim under which the
 * bytes do not decode loses to one under which they do. `gb2312` and `gbk` are read as `gb18030`, which
 * contains both: pages labelled GB2312 hold its characters all the time.
 */
import { isUtf8 } from 'node:buffer';
import { VisitFailure } from '../domain/failure.ts';
import { DECODED_CAP, inflate, isGzip } from './inflate.ts';
import { bomLabel, declaredLabel, headerLabel } from './prescan.ts';
import { guessLabel, guessUtf16, rateLabel } from './statistics.ts';

export interface Decoded {
  /** Canonical WHATWG label in lower case; `gb18030` for the whole GB family. */
  charset: string;
  text: string;
}

/** UTF-8 with at least this many bytes beyond ASCII is no accident, whatever a label says. */
const UTF8_PROOF = 16;

/**
 * Text of a fetched body. `contentType` is the header as sent, or null.
 * A gzip body is inflated first. Throws `VisitFailure` (`too_large`) for more than `cap` bytes, before or after.
 */
export function decode(bytes: Uint8Array, contentType: string | null, cap = DECODED_CAP): Decoded {
  if (bytes.length > cap) throw new VisitFailure('too_large', `${bytes.length} bytes, more than ${cap}`);
  const body = isGzip(bytes) ? inflate(bytes, cap) : bytes;
  const charset = charsetOf(body, contentType);
  return { charset, text: new TextDecoder(charset).decode(body) };
}

function charsetOf(bytes: Uint8Array, contentType: string | null): string {
  const certain = bomLabel(bytes) ?? guessUtf16(bytes);
  if (certain) return certain;
  const claims = [headerLabel(contentType), declaredLabel(bytes)]
    .filter((label) => label !== null)
    .map((label) => (label === 'gbk' ? 'gb18030' : label));
  const beyond = beyondAscii(bytes);
  if (beyond === 0 && !bytes.includes(0x1b)) return claims[0] ?? asciiDefault(bytes, contentType);
  if (beyond === 0 && claims.length === 0 && decodes(bytes, 'iso-2022-jp')) return 'iso-2022-jp';
  const utf8 = decodes(bytes, 'utf-8');
  if (utf8 && (claims.length === 0 || beyond >= UTF8_PROOF)) return 'utf-8';
  if (claims.length > 0) return bestClaim(bytes, claims);
  return fits(evidence(bytes, 'utf-8')) ? 'utf-8' : guessLabel(bytes).label;
}

/** The first claim that the bytes bear out; failing that statistics, failing that the claim with the fewest errors. */
function bestClaim(bytes: Uint8Array, claims: string[]): string {
  const clean = claims.filter((label) => decodes(bytes, label));
  // Latin-1 decodes anything, so it is no proof: servers send it by default over Chinese pages.
  const proven = clean.find((label) => !SINGLE_BYTE_DEFAULT.has(label));
  if (proven) return overruled(bytes, proven) ?? proven;
  const guess = guessLabel(bytes);
  const [first] = clean;
  if (first) return guess.score > 0.6 && guess.weight >= 12 && isMultiByte(guess.label) ? guess.label : first;
  const tried = claims.map((label) => ({ label, ...evidence(bytes, label) }));
  const least = tried.reduce((a, b) => (b.errors < a.errors ? b : a));
  if (fits(least)) return overruled(bytes, least.label) ?? least.label;
  if (isMultiByte(guess.label) && guess.score > 0.4) return guess.label;
  return guess.score > 0.6 && least.errors > least.good ? guess.label : least.label;
}

/**
 * Big5 decodes as GBK without an error, and anything as windows-1251. A claim that decodes yet gives hardly any
 * of its languages' common letters loses to an East Asian charset that gives them; null when it stands.
 */
function overruled(bytes: Uint8Array, label: string): string | null {
  if (label === 'utf-8') return null;
  const own = rateLabel(bytes, label);
  if (own && (own.score > 0.3 || own.weight < 16)) return null;
  const guess = guessLabel(bytes);
  return isMultiByte(guess.label) && guess.score > 0.6 && guess.weight >= 16 ? guess.label : null;
}

const SINGLE_BYTE_DEFAULT: ReadonlySet<string> = new Set(['windows-1252']);
const MULTI_BYTE: ReadonlySet<string> = new Set([
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'utf-8',
]);

function isMultiByte(label: string): boolean {
  return MULTI_BYTE.has(label);
}

/** ASCII alone fits every label: XML's default is UTF-8, the web's is windows-1252 (RFC 3023 for `text/…` too). */
function asciiDefault(bytes: Uint8Array, contentType: string | null): string {
  const isXml = Buffer.from(bytes.subarray(0, 64)).toString('latin1').trimStart().startsWith('<?xml');
  return isXml && !/^\s*text\//i.test(contentType ?? '') ? 'utf-8' : 'windows-1252';
}

/** Bytes beyond ASCII, counted only as far as they are needed as proof. */
function beyondAscii(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < bytes.length && count < UTF8_PROOF; at += 1) if ((bytes[at] ?? 0) >= 0x80) count += 1;
  return count;
}

function decodes(bytes: Uint8Array, label: string): boolean {
  if (label === 'utf-8' && isUtf8(bytes)) return true;
  try {
    // `stream` forgives a character cut off at the end of a truncated body.
    new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    // The only error here is a byte sequence that the label does not allow.
    return false;
  }
}

/** A stray byte among many good characters does not unmake a label; bytes that hardly ever fit do. */
function fits({ good, errors }: { good: number; errors: number }): boolean {
  return errors * 20 <= good;
}

/** Characters beyond ASCII that a label gives, and places where it fails. */
function evidence(bytes: Uint8Array, label: string): { good: number; errors: number } {
  const text = new TextDecoder(label).decode(bytes);
  let good = 0;
  let errors = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) errors += 1;
    else if (code >= 0x80) good += 1;
  }
  return { good, errors };
}
