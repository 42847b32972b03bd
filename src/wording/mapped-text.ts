/**
 * A text that remembers where each of its characters came from.
 *
 * The steps of the normal form each read one mapped text and write the next; `TextWriter` keeps the two arrays
 * (first and last code point of the source, for every UTF-16 unit of the result) in step with the text.
 */

export interface MappedText {
  text: string;
  /** For every UTF-16 unit of `text`: the first code point of the source it stands for. */
  starts: Int32Array;
  /** For every UTF-16 unit of `text`: one past the last code point of the source it stands for. */
  ends: Int32Array;
}

/** The source text as a mapped text of itself. */
export function identity(source: string): MappedText {
  const starts = new Int32Array(source.length);
  const ends = new Int32Array(source.length);
  let point = 0;
  for (let at = 0; at < source.length; at++) {
    const astral = isLeadOfPair(source, at);
    starts[at] = point;
    ends[at] = point + 1;
    if (astral) {
      at++;
      starts[at] = point;
      ends[at] = point + 1;
    }
    point++;
  }
  return { text: source, starts, ends };
}

function isLeadOfPair(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdbff) return false;
  const next = text.charCodeAt(at + 1);
  return next >= 0xdc00 && next <= 0xdfff;
}

/** A piece longer than this is copied as a block. */
const LONG = 12;

/** Collects a result piece by piece, each piece with the stretch of the source text that it replaces. */
export class TextWriter {
  readonly #from: MappedText;
  readonly #parts: string[] = [];
  #starts: Int32Array;
  #ends: Int32Array;
  #length = 0;

  constructor(from: MappedText) {
    this.#from = from;
    this.#starts = new Int32Array(from.text.length + 16);
    this.#ends = new Int32Array(from.text.length + 16);
  }

  /** Writes `piece` in the place of `from.text.slice(start, end)`; pieces of equal length keep their inner map. */
  write(piece: string, start: number, end: number): void {
    this.#reserve(piece.length);
    const { starts, ends } = this.#from;
    const sameLength = piece.length === end - start;
    if (sameLength && piece.length > LONG) {
      this.#starts.set(starts.subarray(start, end), this.#length);
      this.#ends.set(ends.subarray(start, end), this.#length);
    } else this.#unitByUnit(piece.length, { start, end, sameLength });
    this.#length += piece.length;
    this.#parts.push(piece);
  }

  #unitByUnit(
    length: number,
    { start, end, sameLength }: { start: number; end: number; sameLength: boolean },
  ): void {
    const { starts, ends } = this.#from;
    for (let i = 0; i < length; i++) {
      this.#starts[this.#length + i] = starts[sameLength ? start + i : start] ?? 0;
      this.#ends[this.#length + i] = ends[sameLength ? start + i : end - 1] ?? 0;
    }
  }

  /** Copies `from.text.slice(start, end)` unchanged. */
  copy(start: number, end: number): void {
    if (end > start) this.write(this.#from.text.slice(start, end), start, end);
  }

  done(): MappedText {
    return {
      text: this.#parts.join(''),
      starts: this.#starts.subarray(0, this.#length),
      ends: this.#ends.subarray(0, this.#length),
    };
  }

  #reserve(more: number): void {
    const need = this.#length + more;
    if (need <= this.#starts.length) return;
    const size = Math.max(need, this.#starts.length * 2);
    this.#starts = grown(this.#starts, size);
    this.#ends = grown(this.#ends, size);
  }
}

function grown(old: Int32Array, size: number): Int32Array {
  const wider = new Int32Array(size);
  wider.set(old);
  return wider;
}
