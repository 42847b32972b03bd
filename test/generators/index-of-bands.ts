/** What a store's index over band keys does, in memory: the newest holders of each key, read at look-up. */
import { bandKeys, KEY_LIMIT } from '../../src/fingerprint/fingerprint.ts';

export class BandIndex {
  readonly #holders = new Map<string, number[]>();

  add(at: number, near: string): void {
    for (const key of bandKeys(near)) {
      const held = this.#holders.get(key);
      if (held) held.push(at);
      else this.#holders.set(key, [at]);
    }
  }

  /** Articles that share a key; at most `limit` newest holders of each key are read. */
  candidates(near: string, limit = KEY_LIMIT): Set<number> {
    const found = new Set<number>();
    for (const key of bandKeys(near)) {
      for (const holder of (this.#holders.get(key) ?? []).slice(-limit)) found.add(holder);
    }
    return found;
  }

  get keys(): number {
    return this.#holders.size;
  }
}
