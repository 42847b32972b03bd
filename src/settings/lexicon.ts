/**
 * Reads `config/lexicon/*.yaml`.
 *
 * Every file may be replaced by one of the same name in the operator's folder; a `language-*.yaml` that only the
 * operator has is read too. Errors name file, line and column and say what to write instead.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { ZodType } from 'zod';
import {
  AbroadFile,
  AbroadTable,
  ChinaFile,
  ChinaTable,
  CompaniesFile,
  LanguageFile,
  type Lexicon,
  TopicsFile,
} from '../domain/lexicon.ts';

/** A lexicon file that cannot be used; the message is `file:line:column: what is wrong`, one problem a line. */
export class LexiconError extends Error {
  override readonly name = 'LexiconError';
}

/** The lexicon of `shippedDir`, each file of `overrideDir` taking the place of the shipped one. Throws LexiconError. */
export function loadLexicon(shippedDir: string, overrideDir: string | null = null): Lexicon {
  const path = (name: string): string => {
    const own = overrideDir === null ? null : join(overrideDir, name);
    return own !== null && existsSync(own) ? own : join(shippedDir, name);
  };
  return {
    china: read(path('regions-cn.yaml'), ChinaFile),
    table: read(path('regions-cn-table.yaml'), ChinaTable),
    abroad: read(path('regions-abroad.yaml'), AbroadFile),
    abroadTable: read(path('regions-abroad-table.yaml'), AbroadTable),
    companies: read(path('companies.yaml'), CompaniesFile),
    topics: read(path('topics.yaml'), TopicsFile),
    languages: languageFiles([shippedDir, overrideDir]).map((name) => read(path(name), LanguageFile)),
  };
}

function languageFiles(folders: (string | null)[]): string[] {
  const names = new Set<string>();
  for (const folder of folders) {
    if (folder === null || !existsSync(folder)) continue;
    for (const name of readdirSync(folder)) if (/^language-[\w-]+\.ya?ml$/.test(name)) names.add(name);
  }
  return [...names].sort();
}

function read<T>(path: string, schema: ZodType<T>): T {
  const lines = new LineCounter();
  const document = parseDocument(text(path), { lineCounter: lines });
  const broken = document.errors.map(({ message, pos: [at] }) => `${where(path, lines, at)}: ${message}`);
  if (broken.length > 0) throw new LexiconError(broken.join('\n'));
  const result = schema.safeParse(document.toJS());
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => {
    const keys = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
    const at = position(document, keys);
    const place = keys.length > 0 ? ` at ${keys.join('.')}` : '';
    return `${where(path, lines, at)}: ${issue.message}${place}`;
  });
  throw new LexiconError(problems.join('\n'));
}

function text(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new LexiconError(`${path}:1:1: cannot be read; restore it from config/lexicon of the project`, {
      cause,
    });
  }
}

/** Offset of the node at `keys`, or of the nearest one above it. */
function position(document: Document, keys: (string | number)[]): number {
  for (let depth = keys.length; depth >= 0; depth--) {
    const node = document.getIn(keys.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function where(path: string, lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset);
  return `${path}:${Math.max(1, line)}:${Math.max(1, col)}`;
}
