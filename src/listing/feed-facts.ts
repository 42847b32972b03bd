/** What a feed says, before it becomes a listing. */
import type { FeedPace } from '../domain/listing.ts';

export interface FeedEntry {
  /** Absolute; null when the entry names none. */
  link: string | null;
  title: string | null;
  /** ISO 8601 as far as told. */
  published: string | null;
  updated: string | null;
}

export interface FeedFacts {
  title: string | null;
  entries: FeedEntry[];
  /** The next (older) page of the feed (RFC 5005, JSON Feed). */
  next: string | null;
  pace?: FeedPace;
}
