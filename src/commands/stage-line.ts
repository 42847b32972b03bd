/** Reading the lines of `stage`: JSON objects whose known keys have the right types; everything else is an error line. */
import { readFileSync } from 'node:fs';

export type StageLine = Record<string, unknown>;
export interface ErrorLine {
  id: unknown;
  error: string;
}

/** A page larger than this is an error without reading it. */
const LONGEST_PAGE = 8 * 1024 * 1024;

/** Parses each non-empty line. */
export async function* readLines(
  input: AsyncIterable<string>,
): AsyncIterable<{ line: StageLine } | ErrorLine> {
  for await (const text of input) {
    if (text.trim() === '') continue;
    yield parseLine(text);
  }
}

function parseLine(text: string): { line: StageLine } | ErrorLine {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { line: value as StageLine };
    return { id: null, error: 'the line is not a JSON object' };
  } catch (error) {
    return { id: null, error: `not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}

export function reportError(id: unknown, error: unknown): ErrorLine {
  return { id: id ?? null, error: error instanceof Error ? error.message : String(error) };
}

/** A required text; throws a plain sentence when it is missing or no text. */
export function text(line: StageLine, key: string): string {
  const value = line[key];
  if (typeof value !== 'string')
    throw new Error(`"${key}" must be a text${value === undefined ? ', and is missing' : ''}`);
  return value;
}

/** An optional text: null and absent are the same. */
export function maybeText(line: StageLine, key: string): string | null {
  return line[key] === undefined || line[key] === null ? null : text(line, key);
}

/** Bytes of the page a line gives as `path` (relative to `resolve`) or `base64`. */
export function pageBytes(line: StageLine, resolve: (path: string) => string): Uint8Array {
  const base64 = maybeText(line, 'base64');
  const bytes = base64 === null ? readFileSync(resolve(text(line, 'path'))) : Buffer.from(base64, 'base64');
  if (bytes.length > LONGEST_PAGE)
    throw new Error(`too_large: ${bytes.length} bytes, the cap is ${LONGEST_PAGE}`);
  return bytes;
}
