/** One line of an import .jsonl: an article, or a page by path or base64. */
import { z } from 'zod';
import type { ImportItem } from './import-item.ts';

const text = z.string().nullish();
const Line = z.looseObject({
  url: text,
  title: text,
  body: text,
  published: text,
  publisher: text,
  language: text,
  path: text,
  base64: text,
  contentType: text,
});

/** Throws a plain sentence when the line is neither. `read` gives the bytes of a path. */
export function readJsonLine(line: string, read: (path: string) => Uint8Array): Omit<ImportItem, 'from'> {
  const parsed = Line.safeParse(JSON.parse(line));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Error(`${issue?.path.join('.') || 'line'}: ${issue?.message}`);
  }
  const {
    url = null,
    body,
    path,
    base64,
    contentType = null,
    title = null,
    published = null,
    publisher = null,
    language = null,
  } = parsed.data;
  if (typeof body === 'string')
    return { url, content: { article: { title, body, published, publisher, language } } };
  if (typeof base64 === 'string')
    return { url, content: { bytes: Buffer.from(base64, 'base64'), contentType } };
  if (typeof path === 'string') return { url, content: { bytes: read(path), contentType } };
  throw new Error('neither "body" (an article) nor "path" or "base64" (a page)');
}
