/** Addresses of the round in which nothing changed. */
export const articlesHost = '127.96.0.1';
/** The host of the nth source. */
export const hostOf = (n: number): string => `127.97.${Math.floor(n / 250)}.${(n % 250) + 1}`;
export const NETWORK = '127.96.0.0/15';
