/** Robots conformance: verdicts by profile (`rfc9309` is the bar, the others are other crawlers' own readings), delays and sitemaps. */
import { judge, parseRobots } from '../../src/politeness/robots.ts';
import { readRows, Tally } from './tally.ts';

interface Row {
  id: string;
  robots_txt: string;
  agent: string;
  url: string;
  allowed: boolean;
  profile: string;
}

interface ExtraRow {
  id: string;
  what: string;
  robots_txt: string;
  agent: string | null;
  expected: unknown;
}

/** Prints the share of right verdicts per profile, and of right crawl-delays and sitemaps. */
export async function main(args: string[]): Promise<void> {
  const rows = readRows<Row>('corpus/robots.jsonl');
  const extras = readRows<ExtraRow>('corpus/robots_extra.jsonl');
  if (!rows || !extras) return;
  const tally = new Tally('robots');
  for (const row of rows) {
    const { allowed, rule } = judge(parseRobots(row.robots_txt), row.agent, row.url);
    const miss = `${row.agent} ${row.url.slice(0, 80)}: expected ${row.allowed}, by ${rule}`;
    tally.add(row.profile, { id: row.id, ok: allowed === row.allowed, miss });
  }
  for (const row of extras) {
    // `Host:` names a mirror for one search engine; nothing here reads it.
    if (row.what === 'host') continue;
    const rules = parseRobots(row.robots_txt);
    const read =
      row.what === 'sitemaps' ? rules.sitemaps : judge(rules, row.agent ?? '', '/').crawlDelaySeconds;
    const miss = `${row.agent}: expected ${JSON.stringify(row.expected)}, read ${JSON.stringify(read)}`;
    tally.add(row.what, { id: row.id, ok: JSON.stringify(read) === JSON.stringify(row.expected), miss });
  }
  tally.print(args);
}
