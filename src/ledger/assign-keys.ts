/**
 * Keys of agreements over time: minted once, never reused, never changed by what comes later.
 *
 * A key belongs to the group that now holds its earliest filed member. A group that owns several (a join) keeps the
 * oldest and the others become its aliases; a group that owns none (new, or split off) gets a fresh one. So on a
 * split the older members keep the key.
 */
import type { SigningGroup } from './group-reports.ts';
import { type Ref, refKey } from './unit.ts';

export interface ExistingKey {
  key: string;
  aliases: readonly string[];
  /** Rises with age of the key: the smaller, the older (a sequence number or a time). */
  minted: number;
  /** In the order they were filed, earliest first. */
  members: readonly Ref[];
}

export interface KeyedGroup {
  key: string;
  aliases: string[];
  /** True when the key is new. */
  opened: boolean;
  group: SigningGroup;
}

/**
 * Reconciles groups with the keys of their members. `mint` gives a fresh `agr-…` key for a group.
 * Keys whose members are all gone are left alone: they are not reused.
 */
export function assignKeys(
  groups: readonly SigningGroup[],
  existing: readonly ExistingKey[],
  mint: (group: SigningGroup) => string,
): KeyedGroup[] {
  const holder = new Map<string, number>();
  groups.forEach((group, i) => {
    for (const member of group.members) holder.set(refKey(member), i);
  });
  const owned: ExistingKey[][] = groups.map(() => []);
  const oldestFirst = [...existing].sort((a, b) => a.minted - b.minted || (a.key < b.key ? -1 : 1));
  for (const known of oldestFirst) {
    const owner = known.members
      .map((member) => holder.get(refKey(member)))
      .find((place) => place !== undefined);
    if (owner !== undefined) owned[owner]?.push(known);
  }
  return groups.map((group, i) => {
    const [oldest, ...joined] = owned[i] ?? [];
    if (!oldest) return { key: mint(group), aliases: [], opened: true, group };
    const aliases = [...oldest.aliases, ...joined.flatMap(({ key, aliases }) => [key, ...aliases])];
    return { key: oldest.key, aliases, opened: false, group };
  });
}
