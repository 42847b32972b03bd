/** What a listing shows: links in page order, where it goes on, and the feeds it announces. */

export type ListingKind = 'page' | 'feed' | 'sitemap' | 'api';

export interface Link {
  /** Absolute, as found: not canonicalized. */
  url: string;
  title: string | null;
  /** ISO 8601 as far as it was told (`2016-07-08`, `2016-07-08T15:30:00+08:00`), or null. */
  published: string | null;
}

/** How often a feed wants to be read (RSS 2.0 ttl, skipHours, skipDays). */
export interface FeedPace {
  ttlMinutes: number | null;
  /** 0 to 23, GMT. */
  skipHours: number[];
  /** `Monday` ... */
  skipDays: string[];
}

export interface Listing {
  kind: ListingKind;
  links: Link[];
  /** The next (older) page of the same listing. */
  next: string | null;
  /** Feeds and sitemaps the page announces. */
  feeds: string[];
  /** Absent where nothing is asked. */
  pace?: FeedPace;
}

/** A list API behind a page whose rows are not in its HTML: what to ask for, and how to read the answer again. */
export interface ListRequest {
  url: string;
  method: 'GET' | 'POST';
  /** Form body of a POST, already encoded. */
  body: string | null;
  /** Media type of the body where it is not a form (`application/json`). */
  contentType?: string;
}
