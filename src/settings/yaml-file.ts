/**
 * A YAML file read with places: every complaint about it names file, line and column.
 */
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/** One thing wrong in the configuration. */
export interface Problem {
  file: string;
  line: number;
  column: number;
  message: string;
}

export const describeProblem = (p: Problem): string => `${p.file}:${p.line}:${p.column}: ${p.message}`;

export interface YamlFile {
  file: string;
  value: unknown;
  problems: Problem[];
  /** Line and column of the value (or, with `key`, of that key) at a path of the document. */
  place(path: PropertyKey[], key?: string): { line: number; column: number };
}

/** Parses `text`. Broken YAML gives problems and a null value; aliases are limited (no "billion laughs"). */
export function readYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problems = document.errors.map((error) => ({ file, ...at(error.pos[0]), message: error.message }));
  return {
    file,
    value: problems.length > 0 ? null : toValue(document, problems, file),
    problems,
    place: (path, key) => at(offsetOf(document, path, key)),
  };
}

function toValue(document: Document, problems: Problem[], file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    problems.push({
      file,
      line: 1,
      column: 1,
      message: error instanceof Error ? error.message : String(error),
    });
    return null;
  }
}

function offsetOf(document: Document, path: PropertyKey[], key?: string): number {
  // Up from the full path until a node is there: a missing key is shown at its parent.
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (!isNode(node)) continue;
    const pair =
      key !== undefined && isMap(node)
        ? node.items.find((item) => isScalar(item.key) && item.key.value === key)
        : undefined;
    const found = pair && isNode(pair.key) ? pair.key : node;
    return found.range?.[0] ?? 0;
  }
  return 0;
}

/** The zod issues of one entry as problems; unknown keys are shown at the key, with the nearest known one. */
export function zodProblems(
  yaml: YamlFile,
  error: z.ZodError,
  at: { path: PropertyKey[]; known: string[] },
): Problem[] {
  return error.issues.flatMap((issue) => {
    const path = [...at.path, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        file: yaml.file,
        ...yaml.place(path, key),
        message: `unknown key "${key}"${suggestion(key, at.known)}`,
      }));
    }
    const field = issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
    return [{ file: yaml.file, ...yaml.place(path), message: `${field}${issue.message}` }];
  });
}

function suggestion(key: string, known: string[]): string {
  const near = known
    .map((name) => ({ name, distance: editDistance(key.toLowerCase(), name) }))
    .sort((a, b) => a.distance - b.distance)[0];
  if (near && near.distance <= 2) return `: did you mean "${near.name}"?`;
  return `: known keys are ${known.join(', ')}`;
}

/** Levenshtein distance; keys are short, so the plain table will do. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
