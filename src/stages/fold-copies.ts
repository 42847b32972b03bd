/**
 * Copies fold: an article that repeats another one joins its copy group, whose root is the earliest member.
 *
 * The article's neighbourhood (whoever shares a band, and the groups those are in) is grouped anew by the fingerprint
 * room, so that the order of arrival changes nothing.
 */
import type { Outcome } from '../domain/failure.ts';
import type { LedgerTx, StoredArticle } from '../domain/store.ts';
import { copyGroups } from '../fingerprint/copy-groups.ts';
import { similarity } from '../fingerprint/fingerprint.ts';

/** Candidates asked of the index, and those of them that are looked at: the most alike. */
const MOST_CANDIDATES = 200;
const MOST_JUDGED = 40;

export interface FoldArticle {
  id: number;
  key: string;
  title: string | null;
  body: string | null;
  published: string | null;
  language: string | null;
  exact: string;
  near: string;
  bands: string[];
}

/** Folds `article` into the copy group it belongs to; null when it repeats nothing. */
export async function foldCopies(
  article: FoldArticle,
  tx: LedgerTx,
): Promise<{ outcome: Outcome; reason: string } | null> {
  const members = await neighbourhood(article, tx);
  const groups = copyGroups(
    members.map((member) => ({ ...member, id: member.key, body: member.body ?? '' })),
  );
  const byKey = new Map(members.map((member) => [member.key, member]));
  for (const member of members) {
    const root = byKey.get(groups.get(member.key) ?? '') ?? null;
    const known = 'duplicateOf' in member ? member.duplicateOf : undefined;
    if (known !== (root?.id ?? null)) await tx.setDuplicateOf([member.id], root?.id ?? null);
  }
  const own = groups.get(article.key);
  const other = members.find(
    ({ key }) => key !== article.key && (key === own || groups.get(key) === (own ?? article.key)),
  );
  if (!other) return null;
  const same = members.some(({ key, exact }) => key !== article.key && exact === article.exact);
  return {
    outcome: same ? 'duplicate' : 'near_duplicate',
    reason: `${same ? 'the same text as' : 'nearly the same text as'} ${byKey.get(own ?? '')?.key ?? other.key}`,
  };
}

async function neighbourhood(article: FoldArticle, tx: LedgerTx): Promise<(FoldArticle | StoredArticle)[]> {
  const found = await tx.copyCandidates(article.bands, MOST_CANDIDATES);
  const alike = (other: StoredArticle) =>
    other.exact === article.exact ? 2 : similarity(other.near, article.near);
  const judged = found
    .filter(({ id }) => id !== article.id)
    .sort((a, b) => alike(b) - alike(a) || (a.key < b.key ? -1 : 1))
    .slice(0, MOST_JUDGED);
  const members = new Map<number, FoldArticle | StoredArticle>([[article.id, article]]);
  for (const other of judged) members.set(other.id, other);
  // A group is moved as a whole: its members beyond the candidates come along.
  for (const root of new Set(judged.map((other) => other.duplicateOf ?? other.id))) {
    for (const member of await tx.copiesOf(root))
      if (members.size < 2 * MOST_JUDGED) members.set(member.id, member);
  }
  return [...members.values()];
}
