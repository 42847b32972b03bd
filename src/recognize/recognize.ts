/**
 * One article to one report: verdict, score, reasons, and the agreements it tells of.
 *
 * The way through: `findings` (who, what, where, how much is named), `acts` (where a signing is spoken of, in which
 * mood), `parties` (who stands at its ends), `verdict`, `deals` (acts of one signing together), `facts` (each value
 * with its evidence). All of it pure, deterministic and linear in the text. `names/` finds who and where, `moods/` tells
 * whether it was signed, `sides/` who stands at its ends, `days/` when, `facts/` the rest.
 */
import type { Lexicon } from '../domain/lexicon.ts';
import type { ArticleText, Report } from '../domain/report.ts';
import { findActs } from './acts.ts';
import { dateline } from './days/dateline.ts';
import { deals } from './deals.ts';
import { digestItems } from './digest.ts';
import { agreementOf } from './facts/facts.ts';
import { Finders } from './findings.ts';
import { judge } from './verdict.ts';

/**
 * UTF-16 units of a body that are read; a title has a hundredth. Ten novels in one page are no news article, and a
 * worker that reads for longer than its job's lock loses the job.
 */
const MOST_READ = 1_000_000;

/** Builds the tables of a lexicon once; the returned function reads articles with them. */
export function createRecognizer(lexicon: Lexicon): (article: ArticleText) => Report {
  const finders = new Finders(lexicon);
  return (given) => {
    const article = {
      ...given,
      title: given.title && cut(given.title, MOST_READ / 100),
      body: cut(given.body, MOST_READ),
    };
    const unread = given.body.length - article.body.length;
    const findings = finders.find(article);
    const line = dateline(findings);
    const acts = findActs(findings, line);
    const { verdict, score, reasons, signed, silent } = judge(findings, acts);
    const together = deals(findings, signed, silent);
    const scope = {
      findings,
      index: finders.index,
      line,
      acts,
      deals: together,
      items: digestItems(findings.read.text),
    };
    return {
      verdict,
      score,
      reasons: unread === 0 ? reasons : [...reasons, `the last ${unread} characters were not read`],
      agreements: verdict === 'agreement' ? together.map((deal) => agreementOf(scope, deal)) : [],
    };
  };
}

/** The first `most` units, without half a character at the end. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}
