/** Gzip bodies that arrive as files (`sitemap.xml.gz`): inflated under a cap, since a few kilobytes can hold gigabytes. */
import { constants, gunzipSync } from 'node:zlib';
import { VisitFailure } from '../domain/failure.ts';

/** The cap on decoded bytes of one page, in bytes. */
export const DECODED_CAP = 8 * 1024 * 1024;

/** True for a gzip member (RFC 1952): two magic bytes and the only method there is. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes.length > 18 && bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

/**
 * The bytes inside a gzip body; a body cut short gives what arrived.
 * Throws `VisitFailure` `too_large` over the cap and `unexpected_structure` when the stream is broken.
 */
export function inflate(bytes: Uint8Array, cap: number): Uint8Array {
  try {
    // SYNC_FLUSH instead of FINISH: a truncated download is still worth reading.
    return gunzipSync(bytes, { maxOutputLength: cap, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    if (error instanceof RangeError) {
      throw new VisitFailure('too_large', `gzip body inflates to more than ${cap} bytes`);
    }
    throw new VisitFailure('unexpected_structure', 'gzip body is broken');
  }
}
