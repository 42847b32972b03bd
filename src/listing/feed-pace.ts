/** How often a feed wants to be read: RSS 2.0 `ttl` (minutes), `skipHours` (GMT) and `skipDays`. */
import type { Element } from 'domhandler';
import type { FeedPace } from '../domain/listing.ts';
import { childrenNamed, type FeedTree, textOf } from './feed-xml.ts';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Null when the feed asks for nothing; values that are none are left out. */
export function paceOf(tree: FeedTree, channel: Element): FeedPace | null {
  const ttl = Number(/^\d{1,6}$/.exec(textsOf(tree, channel, 'ttl')[0] ?? '')?.[0] ?? 0);
  const skipHours = inside(tree, channel, { list: 'skiphours', item: 'hour' })
    .filter((text) => /^\d{1,2}$/.test(text) && Number(text) <= 24)
    // Older feeds count to 24 where newer ones say 0.
    .map((text) => Number(text) % 24);
  const told = inside(tree, channel, { list: 'skipdays', item: 'day' }).map((text) => text.toLowerCase());
  const skipDays = DAYS.filter((day) => told.includes(day.toLowerCase()));
  if (ttl === 0 && skipHours.length === 0 && skipDays.length === 0) return null;
  return { ttlMinutes: ttl || null, skipHours: [...new Set(skipHours)], skipDays };
}

function inside(tree: FeedTree, channel: Element, names: { list: string; item: string }): string[] {
  return childrenNamed(tree, channel, { name: names.list }).flatMap((list) =>
    textsOf(tree, list, names.item),
  );
}

function textsOf(tree: FeedTree, parent: Element, name: string): string[] {
  return childrenNamed(tree, parent, { name }).flatMap((element) => textOf(element)?.trim() ?? []);
}
