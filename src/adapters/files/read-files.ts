/**
 * Import files to items: .txt, .html, .jsonl and .warc(.gz), by ending. A file or line that cannot be read is an item
 * with an error; the others go on.
 */
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { WARCParser } from 'warcio';
import type { ImportItem } from './import-item.ts';
import { readJsonLine } from './json-line.ts';

/** The cap on one page or document, the same as for a fetch. */
const LONGEST = 8 * 1024 * 1024;

export async function* readImportFiles(files: string[], url: string | null): AsyncGenerator<ImportItem> {
  for (const file of files) {
    try {
      yield* readOne(file, url);
    } catch (error) {
      yield { from: file, url, content: { error: error instanceof Error ? error.message : String(error) } };
    }
  }
}

async function* readOne(file: string, url: string | null): AsyncGenerator<ImportItem> {
  if (/\.warc(\.gz)?$/i.test(file)) yield* readWarc(file);
  else if (/\.jsonl$/i.test(file)) yield* readJsonl(file);
  else if (/\.(html?|shtml)$/i.test(file))
    yield { from: file, url, content: { bytes: readBounded(file), contentType: null } };
  else if (/\.txt$/i.test(file)) yield { from: file, url, content: textDocument(readBounded(file)) };
  else throw new Error('unknown ending: use .txt, .html, .jsonl or .warc.gz');
}

function readBounded(file: string): Buffer {
  const { size } = statSync(file);
  if (size > LONGEST) throw new Error(`too_large: ${size} bytes, the cap is ${LONGEST}`);
  return readFileSync(file);
}

/** First line that is not empty is the title, the rest the body as it stands. */
function textDocument(bytes: Buffer): ImportItem['content'] {
  // Text files come in any charset, so the bytes are checked before they are believed to be UTF-8.
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    text = new TextDecoder('gb18030').decode(bytes);
  }
  const lines = text.split(/\r\n|\n|\r/);
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0) return { error: 'empty: the file holds no text' };
  const title = (lines[first] ?? '').trim();
  const body = lines
    .slice(first + 1)
    .join('\n')
    .trim();
  return { article: { title, body, published: null, publisher: null, language: null } };
}

async function* readJsonl(file: string): AsyncGenerator<ImportItem> {
  const lines = createInterface({
    input: createReadStream(file, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    const from = `${file}:${number}`;
    try {
      yield { from, ...readJsonLine(line, (path) => readBounded(resolve(dirname(file), path))) };
    } catch (error) {
      yield { from, url: null, content: { error: error instanceof Error ? error.message : String(error) } };
    }
  }
}

/** The responses of a WARC file (ISO 28500); other records are passed over. */
async function* readWarc(file: string): AsyncGenerator<ImportItem> {
  const parser = new WARCParser(createReadStream(file));
  let number = 0;
  for await (const record of parser) {
    number += 1;
    if (record.warcType !== 'response') continue;
    const from = `${file}#${number}`;
    const url = record.warcTargetURI ?? null;
    const status = Number(record.httpHeaders?.statusCode ?? 0);
    if (status < 200 || status > 299) continue;
    const bytes = await readRecord(record);
    const contentType = record.httpHeaders?.headers.get('content-type') ?? null;
    yield {
      from,
      url,
      content: bytes ? { bytes, contentType } : { error: `too_large: the cap is ${LONGEST}` },
    };
  }
}

async function readRecord(record: AsyncIterable<Uint8Array>): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of record) {
    size += chunk.length;
    if (size <= LONGEST) chunks.push(chunk);
  }
  return size > LONGEST ? null : Buffer.concat(chunks);
}
