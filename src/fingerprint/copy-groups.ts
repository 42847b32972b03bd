/**
 * Which articles of a set are copies of which: each copy points to the earliest member of its group.
 *
 * Candidates come from shared exact hashes and band keys, the judge decides, and groups grow from the most alike
 * pair down. Two groups join only when their earliest members do not speak against it: a short reprint that left out
 * the one differing date must not tie two notices together. Everything is sorted by content first, so the order of
 * input changes nothing.
 */
import { bandKeys, KEY_LIMIT, similarity } from './fingerprint.ts';
import { type Candidate, judgeCopy, relate } from './judge-copy.ts';

export interface CopyArticle extends Candidate {
  /** Unique in the set. */
  id: string;
  published: string | null;
}

/** Most alike candidates of an article that are judged on their texts. */
const JUDGED = 12;

interface Edge {
  a: number;
  b: number;
  likeness: number;
}

/** Copy's id to the id of its group's earliest member (by published date, undated last; then smallest id). */
export function copyGroups(articles: CopyArticle[]): Map<string, string> {
  const sorted = [...articles].sort(byAge);
  const groups = sorted.map((_, i) => [i]);
  const groupOf = sorted.map((_, i) => i);
  for (const { a, b } of edges(sorted)) {
    const [older, younger] = [groupOf[a] ?? a, groupOf[b] ?? b].sort((x, y) => x - y) as [number, number];
    if (older === younger || !headsAgree(sorted[older], sorted[younger], a === older && b === younger))
      continue;
    for (const member of groups[younger] ?? []) {
      groupOf[member] = older;
      groups[older]?.push(member);
    }
    groups[younger] = [];
  }
  const copies = new Map<string, string>();
  sorted.forEach(({ id }, i) => {
    const root = sorted[groupOf[i] ?? i]?.id ?? id;
    if (root !== id) copies.set(id, root);
  });
  return copies;
}

/** Two cuts of one text may have little in common; two notices of one form contradict each other. */
function headsAgree(a: CopyArticle | undefined, b: CopyArticle | undefined, judged: boolean): boolean {
  if (!a || !b || judged) return true;
  const relation = relate(a, b);
  return relation !== 'contrary' && relation !== 'foreign';
}

function byAge(a: CopyArticle, b: CopyArticle): number {
  return compare(a.published ?? '9999', b.published ?? '9999') || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Judged pairs, exact copies first, then the most alike. A group's number is its eldest's place, so ties are fixed. */
function edges(sorted: CopyArticle[]): Edge[] {
  const found: Edge[] = [];
  const holders = new Map<string, number[]>();
  const firstExact = new Map<string, number>();
  sorted.forEach((article, b) => {
    const twin = firstExact.get(article.exact);
    if (twin === undefined) firstExact.set(article.exact, b);
    else found.push({ a: twin, b, likeness: 2 });
    const keys = bandKeys(article.near);
    if (twin === undefined) {
      for (const a of candidates(sorted, b, keys, holders)) {
        const other = sorted[a] as CopyArticle;
        if (judgeCopy(other, article) !== null) {
          found.push({ a, b, likeness: similarity(other.near, article.near) });
        }
      }
      for (const key of keys) holders.set(key, [...(holders.get(key) ?? []).slice(1 - KEY_LIMIT), b]);
    }
  });
  return found.sort((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b);
}

function candidates(
  sorted: CopyArticle[],
  at: number,
  keys: string[],
  holders: Map<string, number[]>,
): number[] {
  const seen = new Set<number>();
  for (const key of keys) for (const holder of holders.get(key) ?? []) seen.add(holder);
  const near = sorted[at]?.near ?? '';
  return [...seen]
    .map((i) => ({ i, likeness: similarity(near, sorted[i]?.near ?? '') }))
    .sort((x, y) => y.likeness - x.likeness || x.i - y.i)
    .slice(0, JUDGED)
    .map(({ i }) => i);
}
