/** Brings the store's sources in line with the config in force. */
import type { Source } from '../domain/source.ts';
import { nextVisit } from '../schedule/next-visit.ts';
import type { Composed } from './compose.ts';

/** First visits are spread over this, so that a large fleet does not start with a herd. */
const SPREAD_MS = 10 * 60_000;
/** A handful of sources needs no spreading: the newcomer sees something at once. */
const FEW = 50;

export async function syncSources({ store, config }: Composed): Promise<void> {
  const { sources } = config();
  const spreadMs = sources.length <= FEW ? 0 : SPREAD_MS;
  await store.frontier.syncSources(sources, (source, url) => firstDue(source, url, spreadMs));
}

/** When a listing that is new to the store is due first; null for a disabled source. */
function firstDue(source: Source, url: string, spreadMs: number): { at: Date; slot: string } | null {
  if (!source.enabled) return null;
  const now = new Date();
  const id = `${source.id} ${url}`;
  const { schedule, timezone } = source;
  const { at, slot } = nextVisit({ id, schedule, timezone, now, since: now, last: null, spreadMs });
  return { at, slot };
}
