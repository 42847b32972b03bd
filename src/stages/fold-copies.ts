/**
 * Copies fold: an article that repeats another one joins its copy group, whose root is the earliest member.
 *
 * The index proposes, the fingerprint room judges the few most alike on their texts; groups that a copy ties together
 * become one under their earliest member, so that the order of arrival does not matter. The number of judgements is
 * bounded: they run under the ledger's lock, and notices of one form propose each other without end.
 */
import type { Outcome } from '../domain/failure.ts';
import type { LedgerTx, StoredArticle } from '../domain/ledger-store.ts';
import { similarity } from '../fingerprint/fingerprint.ts';
import { judgeCopy } from '../fingerprint/judge-copy.ts';

/** Candidates asked of the index, and those of them that are judged: the most alike. */
const MOST_CANDIDATES = 40;
const MOST_JUDGED = 6;

export interface FoldArticle {
  id: number;
  /** It was not stored before, so it stands in no group yet. */
  fresh: boolean;
  key: string;
  title: string | null;
  body: string | null;
  published: string | null;
  language: string | null;
  exact: string;
  near: string;
  bands: string[];
}

type Member = FoldArticle | StoredArticle;

/** Folds `article` into the copy group it belongs to; null when it repeats nothing. */
export async function foldCopies(
  article: FoldArticle,
  tx: LedgerTx,
): Promise<{ outcome: Outcome; reason: string } | null> {
  const found = await tx.copyCandidates(article.bands, MOST_CANDIDATES);
  const copies = mostAlike(article, found)
    .map((other) => ({ other, kind: judgeCopy(textOf(article), textOf(other)) }))
    .filter(({ kind }) => kind !== null);
  const first = copies.find(({ kind }) => kind === 'exact') ?? copies[0];
  if (!first) {
    if (!article.fresh) await tx.setDuplicateOf([article.id], null);
    return null;
  }
  const root = await reroot(
    article,
    copies.map(({ other }) => other),
    tx,
  );
  const same = first.kind === 'exact';
  const original = root.key === article.key ? first.other.key : root.key;
  return {
    outcome: same ? 'duplicate' : 'near_duplicate',
    reason: `${same ? 'the same text as' : 'nearly the same text as'} ${original}`,
  };
}

function mostAlike(article: FoldArticle, found: StoredArticle[]): StoredArticle[] {
  const alike = (other: StoredArticle) =>
    other.exact === article.exact ? 2 : similarity(other.near, article.near);
  return found
    .filter(({ id }) => id !== article.id)
    .map((other) => ({ other, likeness: alike(other) }))
    .sort((a, b) => b.likeness - a.likeness || (a.other.key < b.other.key ? -1 : 1))
    .slice(0, MOST_JUDGED)
    .map(({ other }) => other);
}

const textOf = ({ title, body, exact, near, language }: Member) => ({
  title,
  body: body ?? '',
  exact,
  near,
  language,
});

/** All groups that the article ties together become one, under its earliest member; returns that. */
async function reroot(article: FoldArticle, copies: StoredArticle[], tx: LedgerTx): Promise<Member> {
  const members = new Map<number, Member>([[article.id, article]]);
  for (const copy of copies) members.set(copy.id, copy);
  for (const root of new Set(copies.map((copy) => copy.duplicateOf ?? copy.id))) {
    for (const member of await tx.copiesOf(root)) members.set(member.id, member);
  }
  const [first = article, ...rest] = [...members.values()].sort(earliest);
  await tx.setDuplicateOf([first.id], null);
  await tx.setDuplicateOf(
    rest.map(({ id }) => id),
    first.id,
  );
  return first;
}

/** By publication (unknown last), then by key. */
function earliest(a: Member, b: Member): number {
  const left = a.published ?? '9999';
  const right = b.published ?? '9999';
  if (left !== right) return left < right ? -1 : 1;
  return a.key < b.key ? -1 : 1;
}
