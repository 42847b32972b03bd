/**
 * One article to one report: verdict, score, reasons, and the agreements it tells of.
 *
 * The way through: `findings` (who, what, where, how much is named), `acts` (where a signing is spoken of, in which
 * mood), `parties` (who stands at its ends), `verdict`, `deals` (acts of one signing together), `facts` (each value
 * with its evidence). All of it pure, deterministic and linear in the text.
 */
import type { Lexicon } from '../domain/lexicon.ts';
import type { ArticleText, Report } from '../domain/report.ts';
import { findActs } from './acts.ts';
import { dateline } from './dateline.ts';
import { deals } from './deals.ts';
import { digestItems } from './digest.ts';
import { agreementOf } from './facts.ts';
import { Finders } from './findings.ts';
import { judge } from './verdict.ts';

/** Builds the tables of a lexicon once; the returned function reads articles with them. */
export function createRecognizer(lexicon: Lexicon): (article: ArticleText) => Report {
  const finders = new Finders(lexicon);
  return (article) => {
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
      reasons,
      agreements: verdict === 'agreement' ? together.map((deal) => agreementOf(scope, deal)) : [],
    };
  };
}
