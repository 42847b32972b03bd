/** Names of prepared statements, by their text. The server cuts names at 63 bytes, so the text itself will not do. */
import { createHash } from 'node:crypto';

export class StatementNames {
  readonly #names = new Map<string, string>();
  readonly #most: number;

  /** `most`: names that are remembered; a text that was forgotten gets the same name again. */
  constructor(most: number) {
    this.#most = most;
  }

  get size(): number {
    return this.#names.size;
  }

  of(text: string): string {
    const known = this.#names.get(text);
    if (known) return known;
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
    if (this.#names.size >= this.#most) this.#names.clear();
    this.#names.set(text, name);
    return name;
  }
}
