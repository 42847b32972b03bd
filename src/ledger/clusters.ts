/**
 * The growing groups of units while they are joined: which may meet, and which have.
 *
 * A group is named by the place of its first unit in the sorted list, so that ties are settled by content.
 */
import type { Ruling } from '../domain/ledger-store.ts';
import { type Bond, compareUnits } from './compare-units.ts';
import { refKey, type Unit } from './unit.ts';

export interface PlacedBond extends Bond {
  a: number;
  b: number;
}

const NEVER: Bond = { kind: 'never', points: 0 };

export class Clusters {
  readonly units: readonly Unit[];
  readonly #members: number[][];
  readonly #clusterOf: number[];
  readonly #known = new Map<number, Bond>();
  readonly #split = new Set<number>();

  /** `units` must be sorted by key. */
  constructor(units: readonly Unit[], rulings: readonly Ruling[]) {
    this.units = units;
    this.#members = units.map((_, i) => [i]);
    this.#clusterOf = units.map((_, i) => i);
    this.#rule(rulings);
  }

  /** Bonds of all pairs that share a block and can be one signing, strongest first. */
  bonds(): PlacedBond[] {
    const found: PlacedBond[] = [];
    for (const pair of this.#pairs()) {
      const [a, b] = [Math.floor(pair / this.units.length), pair % this.units.length];
      const bond = this.bond(a, b);
      if (bond.kind !== 'never') found.push({ a, b, ...bond });
    }
    return found.sort((x, y) => y.points - x.points || x.a - y.a || x.b - y.b);
  }

  bond(i: number, j: number): Bond {
    const [a, b] = i < j ? [i, j] : [j, i];
    const pair = a * this.units.length + b;
    const known = this.#known.get(pair);
    if (known) return known;
    const [one, other] = [this.units[a], this.units[b]];
    const bond = one && other && !this.#split.has(pair) ? compareUnits(one, other) : NEVER;
    this.#known.set(pair, bond);
    return bond;
  }

  /** Joins the groups of each bond in turn where nothing excludes it. */
  joinBy(bonds: readonly PlacedBond[], allowed: (a: number, b: number) => boolean = () => true): void {
    for (const { a, b } of bonds) {
      const [x, y] = [this.clusterOf(a), this.clusterOf(b)];
      if (x !== y && allowed(x, y) && this.compatible(x, y)) this.join(x, y);
    }
  }

  /** True when no member of one group excludes a member of the other. */
  compatible(x: number, y: number): boolean {
    return this.members(x).every((a) => this.members(y).every((b) => this.bond(a, b).kind !== 'never'));
  }

  /** Points of the strongest bond between two groups. */
  strongest(x: number, y: number): number {
    let best = Number.NEGATIVE_INFINITY;
    for (const a of this.members(x)) {
      for (const b of this.members(y)) best = Math.max(best, this.bond(a, b).points);
    }
    return best;
  }

  join(x: number, y: number): void {
    const [first, second] = x < y ? [x, y] : [y, x];
    for (const member of this.members(second)) this.#clusterOf[member] = first;
    this.#members[first] = [...this.members(first), ...this.members(second)].sort((a, b) => a - b);
    this.#members[second] = [];
  }

  members(cluster: number): number[] {
    return this.#members[cluster] ?? [];
  }

  clusterOf(unit: number): number {
    return this.#clusterOf[unit] ?? unit;
  }

  /** The group that the first unit of a former group is in now. */
  living(cluster: number): number {
    return this.clusterOf(cluster);
  }

  /** Names of the living groups, rising. */
  names(): number[] {
    return this.#members.flatMap((members, i) => (members.length > 0 ? [i] : []));
  }

  #pairs(): Set<number> {
    const blocks = new Map<string, number[]>();
    this.units.forEach((unit, i) => {
      for (const block of unit.blocks) blocks.set(block, [...(blocks.get(block) ?? []), i]);
    });
    const pairs = new Set<number>();
    for (const block of blocks.values()) {
      block.forEach((a, k) => {
        for (const b of block.slice(k + 1)) pairs.add(a * this.units.length + b);
      });
    }
    return pairs;
  }

  /** The last word on a pair counts. Joins come first, so that no bond can stand in their way. */
  #rule(rulings: readonly Ruling[]): void {
    const places = new Map(this.units.map(({ key }, i) => [key, i]));
    const last = new Map<number, Ruling['kind']>();
    for (const { kind, a, b } of rulings) {
      const [x, y] = [places.get(refKey(a)), places.get(refKey(b))];
      if (x === undefined || y === undefined || x === y) continue;
      last.set(Math.min(x, y) * this.units.length + Math.max(x, y), kind);
    }
    const sorted = [...last].sort(([a], [b]) => a - b);
    for (const [pair, kind] of sorted) if (kind === 'split') this.#split.add(pair);
    for (const [pair, kind] of sorted) {
      if (kind !== 'join') continue;
      const a = this.clusterOf(Math.floor(pair / this.units.length));
      const b = this.clusterOf(pair % this.units.length);
      if (a !== b && !this.#parted(a, b)) this.join(a, b);
    }
  }

  #parted(x: number, y: number): boolean {
    const pair = (a: number, b: number) => Math.min(a, b) * this.units.length + Math.max(a, b);
    return this.members(x).some((a) => this.members(y).some((b) => this.#split.has(pair(a, b))));
  }
}
