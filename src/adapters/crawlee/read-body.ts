/**
 * The bytes of a body, with its content-encoding undone (RFC 9110 8.4) under a cap on what comes out.
 *
 * The cap counts decoded bytes while they stream: ten kilobytes can hold ten gigabytes.
 */
import { type Duplex, pipeline, type Readable } from 'node:stream';
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib';
import { VisitFailure } from '../../domain/failure.ts';

/** Two layers are seen in the wild; more are an attack on the decoder. */
const MOST_CODINGS = 2;

// Flushing instead of finishing: a body cut short gives what arrived, as browsers do.
const zlib = { finishFlush: constants.Z_SYNC_FLUSH };
const brotli = { finishFlush: constants.BROTLI_OPERATION_FLUSH };
const zstd = { finishFlush: constants.ZSTD_e_flush };

type Coding = 'gzip' | 'deflate' | 'br' | 'zstd';
const NAMES: Record<string, Coding> = {
  gzip: 'gzip',
  'x-gzip': 'gzip',
  deflate: 'deflate',
  br: 'br',
  zstd: 'zstd',
};

/** What we ask for. */
export const ACCEPT_ENCODING = 'gzip, deflate, br, zstd';

/** The codings of a Content-Encoding header, as applied. Throws `VisitFailure` for too many or an unknown one. */
export function codingsOf(header: string): Coding[] {
  const names = header
    .toLowerCase()
    .split(',', 100)
    .map((name) => name.trim())
    .filter((name) => name && name !== 'identity');
  if (names.length > MOST_CODINGS) {
    throw new VisitFailure('http_error', `${names.length} content-encodings on one body`);
  }
  return names.map((name) => {
    const coding = NAMES[name];
    if (!coding)
      throw new VisitFailure('http_error', `content-encoding "${name.slice(0, 40)}" cannot be read`);
    return coding;
  });
}

/** Reads `body` to its end. Throws `VisitFailure` `too_large` over `maxBytes`, else the error of stream or decoder. */
export async function readBody(body: Readable, codings: Coding[], maxBytes: number): Promise<Buffer> {
  let bytes: Readable = body;
  for (const coding of codings.toReversed()) {
    const { first, rest } = await peek(bytes);
    const decoder = first ? decoderFor(coding, first) : null;
    // A stream that fails ends the ones behind it; whoever reads the last one gets the error.
    bytes = decoder ? pipeline(rest, decoder, () => undefined) : rest;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > maxBytes) throw new VisitFailure('too_large', `the body is over ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** The first chunk of a stream, and the whole stream. */
async function peek(stream: Readable): Promise<{ first: Buffer | null; rest: Readable }> {
  for (;;) {
    const first: Buffer | null = stream.read();
    if (first && first.length > 0) {
      stream.unshift(first);
      return { first, rest: stream };
    }
    if (stream.readableEnded || stream.destroyed) return { first: null, rest: stream };
    if (!(await moreOf(stream))) return { first: null, rest: stream };
  }
}

/** Waits for data (true) or the end (false); rejects with the stream's error. */
function moreOf(stream: Readable): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const done = (act: () => void) => {
      stream.off('readable', onReadable).off('end', onEnd).off('error', onError).off('close', onEnd);
      act();
    };
    const onReadable = () => done(() => resolve(true));
    const onEnd = () => done(() => resolve(false));
    const onError = (error: Error) => done(() => reject(error));
    stream.on('readable', onReadable).on('end', onEnd).on('error', onError).on('close', onEnd);
  });
}

/** Null where the body is plainly not what its header says: servers announce gzip and send none. */
function decoderFor(coding: Coding, first: Buffer): Duplex | null {
  const [a = 0, b = 0] = first;
  switch (coding) {
    case 'gzip':
      return a === 0x1f && (b === 0x8b || first.length === 1) ? createGunzip(zlib) : null;
    case 'deflate':
      // The zlib form has a checked two-byte head (RFC 1950 2.2); many servers send the raw form instead.
      return (a & 0x0f) === 8 && ((a << 8) | b) % 31 === 0 ? createInflate(zlib) : createInflateRaw(zlib);
    case 'br':
      return createBrotliDecompress(brotli);
    case 'zstd':
      return createZstdDecompress(zstd);
  }
}
