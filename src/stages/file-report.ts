/**
 * From an article to the ledger, in one transaction: copies, the article's row, the agreements it joins or opens,
 * what is owed to subscribers, the end of the page's visit.
 *
 * Everything that depends on what is stored is decided inside the transaction, by the pure rooms.
 */
import type { Article, Fingerprint } from '../domain/article.ts';
import type { Outcome } from '../domain/failure.ts';
import type { LinkResult, PageJob } from '../domain/frontier.ts';
import type { LedgerStore, LedgerTx, StoredArticle } from '../domain/ledger-store.ts';
import type { Page } from '../domain/page.ts';
import type { ArticleText, FiledReport, Report } from '../domain/report.ts';
import type { Watch } from '../domain/watch.ts';
import { bandKeys, fingerprint } from '../fingerprint/fingerprint.ts';
import { blockKeys } from '../ledger/group-reports.ts';
import { searchWords } from '../wording/search-words.ts';
import { foldCopies } from './fold-copies.ts';
import { type Joined, joinLedger } from './join-ledger.ts';

export interface FileDeps {
  ledger: LedgerStore;
  recognize(article: ArticleText): Report;
  watches(): Watch[];
  /** Makes the random part of a new agreement's key. */
  mint(): string;
}

export interface FileAsk {
  key: string;
  url: string;
  sourceId: string | null;
  article: Article;
  page: Page | null;
  /** The crawl's visit that ends with this filing; null for imports. */
  visit: {
    job: PageJob;
    end: Omit<LinkResult, 'outcome' | 'reason' | 'dueAt' | 'state'>;
    dueAt(report: Report): Date | null;
  } | null;
}

export interface Filed {
  outcome: Outcome;
  reason: string;
  verdict: Report['verdict'];
  /** Keys of agreements that this report opened. */
  opened: string[];
}

/** Files an article; null when the visit had been fenced off (nothing is kept then). */
export async function fileReport(ask: FileAsk, deps: FileDeps): Promise<Filed | null> {
  const { article } = ask;
  const text = { title: article.title, body: article.body ?? '' };
  // Reading is done before the ledger's lock is taken: it is the dear part.
  const prints = fingerprint(text);
  const report = deps.recognize({
    ...text,
    url: ask.url,
    published: article.published,
    language: article.language,
  });
  const searchText = searchWords(`${article.title ?? ''}\n${text.body}`);
  try {
    return await deps.ledger.file((tx) => fileInTx({ ask, prints, report, searchText }, { tx, deps }));
  } catch (error) {
    if (error instanceof FencedOff) return null;
    throw error;
  }
}

/** Rolls the transaction back: this visit is no longer the one that counts. */
class FencedOff extends Error {}

type Read = { ask: FileAsk; prints: Fingerprint; report: Report; searchText: string };
type Within = { tx: LedgerTx; deps: FileDeps };

async function fileInTx(read: Read, { tx, deps }: Within): Promise<Filed> {
  const { ask, prints, report } = read;
  const before = await tx.articleByKey(ask.key);
  if (before && sameReading(before, read))
    return end(read, tx, { outcome: 'unchanged', reason: 'same hash as before', opened: [] });
  const bands = bandKeys(prints.near);
  const filed = filedOf(read);
  // Of a new article nobody knows: it is written first, so that the lock is held for no longer than it takes to
  // compare it with the others. One that is known may be in another filing's hands.
  if (before) await tx.lock();
  const saved = await tx.saveArticle({
    ...ask,
    fingerprint: prints,
    bands,
    report,
    searchText: read.searchText,
  });
  const blocks = blockKeys(filed);
  if (!saved.fresh || blocks.length > 0) await tx.setBlocks(saved.id, blocks);
  if (!before) await tx.lock();
  const copy = await foldCopies({ ...saved, ...ask.article, ...prints, key: ask.key, bands }, tx);
  const joined = await joinLedger(filed, saved.fresh, { tx, deps });
  await tx.decide(decisions(read, copy?.reason ?? null, joined));
  return end(read, tx, { ...outcomeOf(before, report, copy), opened: joined.opened });
}

function sameReading(before: StoredArticle, { prints, ask }: Read): boolean {
  return (
    before.exact === prints.exact &&
    before.title === ask.article.title &&
    before.published === ask.article.published
  );
}

function outcomeOf(
  before: StoredArticle | null,
  report: Report,
  copy: { outcome: Outcome; reason: string } | null,
) {
  if (copy) return copy;
  const reason = report.reasons[0] ?? `verdict ${report.verdict}`;
  if (report.verdict === 'none') return { outcome: 'irrelevant' as const, reason };
  return { outcome: before ? ('updated' as const) : ('new' as const), reason };
}

async function end(
  read: Read,
  tx: LedgerTx,
  told: { outcome: Outcome; reason: string; opened: string[] },
): Promise<Filed> {
  const { visit } = read.ask;
  if (visit) {
    const dueAt = visit.dueAt(read.report);
    const kept = await tx.finishPage(visit.job, {
      ...visit.end,
      outcome: told.outcome,
      reason: told.reason,
      dueAt,
      state: 'done',
    });
    if (!kept) throw new FencedOff();
  }
  return { ...told, verdict: read.report.verdict };
}

function filedOf({ ask, prints, report }: Read): FiledReport {
  const { article } = ask;
  return {
    id: ask.key,
    url: ask.url,
    title: article.title,
    body: article.body ?? '',
    published: article.published,
    publisher: article.publisher,
    language: article.language,
    source: ask.sourceId,
    ...prints,
    verdict: report.verdict,
    agreements: report.agreements,
  };
}

function decisions({ ask, report }: Read, copyReason: string | null, joined: Joined) {
  const { key } = ask;
  const say = (step: string, decision: string, reason: string) => ({ key, step, decision, reason });
  return [
    ...(copyReason
      ? [say('fingerprint', 'copy', copyReason)]
      : [say('fingerprint', 'original', 'no copy of it is known')]),
    say(
      'recognize',
      report.verdict,
      `score ${report.score.toFixed(2)}: ${report.reasons.join('; ') || 'nothing spoke for it'}`,
    ),
    ...joined.keys.map((agreement) =>
      say(
        'ledger',
        joined.opened.includes(agreement) ? `opened ${agreement}` : `joined ${agreement}`,
        joined.opened.includes(agreement) ? 'no agreement on record fits it' : 'same parties and signing',
      ),
    ),
  ];
}
