/** For how long work in hand is left alone by others. A worker that lives ends it, or lengthens it, before. */

export const LISTING_LEASE_MS = 180_000;
export const PAGE_LEASE_MS = 180_000;
/** A POST takes seconds. */
export const DELIVERY_LEASE_MS = 120_000;

/** A job may go back to its queue for this long: it is back before its lease ends. For longer it goes to the store. */
export const SHORT_RETURN_MS = 60_000;
