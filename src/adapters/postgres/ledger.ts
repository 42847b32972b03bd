/** The ledger's transactions: all of a filing or nothing, and one at a time where they look at each other's work. */
import { sql } from 'kysely';
import type { LedgerStore, LedgerTx, Ruling } from '../../domain/ledger-store.ts';
import { articleByKey, copiesOf, copyCandidates, saveArticle, setDuplicateOf } from './articles.ts';
import { decide } from './frontier.ts';
import { groupsOf, saveGroups } from './groups.ts';
import { finishPage } from './links.ts';
import { tell } from './outbox.ts';
import { reportsByBlocks, setBlocks } from './reports.ts';
import { type Db, json, lock, rows } from './sql.ts';

export function ledgerOf(db: Db): LedgerStore {
  return {
    file: (work) => db.transaction().execute((tx) => work(ledgerTx(tx))),
    addRuling: (ruling) => addRuling(db, ruling),
  };
}

function ledgerTx(tx: Db): LedgerTx {
  // The article that this filing is about: the end of the page's visit is tied to it.
  let articleId: number | null = null;
  let locked = false;
  const underLock = (): Db => {
    if (!locked) throw new Error("the ledger's lock must be taken first");
    return tx;
  };
  return {
    lock: async () => {
      await lock('file').execute(tx);
      locked = true;
    },
    articleByKey: async (key) => {
      const article = await articleByKey(tx, key);
      articleId = article?.id ?? articleId;
      return article;
    },
    saveArticle: async (article) => {
      const saved = await saveArticle(tx, article);
      articleId = saved.id;
      return saved;
    },
    copyCandidates: (bands, limit) => copyCandidates(underLock(), bands, limit),
    setDuplicateOf: (ids, root) => setDuplicateOf(underLock(), ids, root),
    copiesOf: (root) => copiesOf(underLock(), root),
    setBlocks: (id, keys) => setBlocks(tx, id, keys),
    reportsByBlocks: (keys, limit) => reportsByBlocks(underLock(), keys, limit),
    groupsOf: (reportIds) => groupsOf(underLock(), reportIds),
    rulings: (reportIds) => rulings(underLock(), reportIds),
    saveGroups: (previous, groups) => saveGroups(underLock(), previous, groups),
    tell: (owed) => tell(tx, owed),
    finishPage: (job, result) => finishPage(tx, job, { result, articleId }),
    decide: (decisions) => decide(tx, decisions),
  };
}

async function rulings(tx: Db, reportIds: string[]): Promise<Ruling[]> {
  if (reportIds.length === 0) return [];
  const found = await rows(
    tx,
    sql<{ kind: Ruling['kind']; a: string; aItem: number; b: string; bItem: number }>`
      with asked as (select md5(id) as digest from jsonb_array_elements_text(${json(reportIds)}::jsonb) id)
      select kind, a_report as a, a_item as "aItem", b_report as b, b_item as "bItem" from rulings
      where md5(a_report) in (select digest from asked) or md5(b_report) in (select digest from asked)
      order by id`,
  );
  return found.map(({ kind, a, aItem, b, bItem }) => ({
    kind,
    a: { id: a, index: aItem },
    b: { id: b, index: bItem },
  }));
}

/** The later ruling on a pair is the one that holds, whichever way round the pair is given. */
async function addRuling(db: Db, { kind, a, b }: Ruling): Promise<void> {
  const [low, high] = [a, b].sort((x, y) => (x.id < y.id || (x.id === y.id && x.index < y.index) ? -1 : 1));
  if (!low || !high) return;
  await sql`
    insert into rulings (kind, a_report, a_item, b_report, b_item)
    values (${kind}, ${low.id}, ${low.index}::int, ${high.id}, ${high.index}::int)
    on conflict (md5(a_report), a_item, md5(b_report), b_item) do update set kind = excluded.kind, at = now()`.execute(
    db,
  );
}
