/** The stages that answer line by line: input keys and output keys as the contract's table has them. */
import { canonicalize } from '../addresses/canonicalize.ts';
import { readDate } from '../dates/read-date.ts';
import { decode } from '../decode/decode.ts';
import { readArticle } from '../extract/read-article.ts';
import { fingerprint } from '../fingerprint/fingerprint.ts';
import { readListing } from '../listing/read-listing.ts';
import { parseMarkup } from '../markup/parse.ts';
import { judge, parseRobots } from '../politeness/robots.ts';
import type { Context } from './command.ts';
import { maybeText, pageBytes, type StageLine, text } from './stage-line.ts';

export type LineStage = (line: StageLine) => object;

export function lineStages(context: Context): Record<string, LineStage> {
  const decoded = (line: StageLine) => decode(pageBytes(line, context.path), maybeText(line, 'contentType'));
  let recognize: ReturnType<Context['recognizer']> | null = null;
  return {
    decode: (line) => decoded(line),
    listing(line) {
      const { kind, links, next, feeds } = readListing({
        url: text(line, 'url'),
        text: decoded(line).text,
        contentType: maybeText(line, 'contentType'),
      });
      return { kind, links, next, feeds };
    },
    extract(line) {
      const document = parseMarkup(decoded(line).text);
      const { article } = readArticle({ url: text(line, 'url'), document });
      const { title, published, publishedPrecision, publisher, author, language, body, provenance } = article;
      return { title, published, publishedPrecision, publisher, author, language, body, provenance };
    },
    canonicalize: canonicalizeLine,
    robots(line) {
      const { allowed, crawlDelaySeconds } = judge(
        parseRobots(text(line, 'robots')),
        text(line, 'agent'),
        text(line, 'url'),
      );
      return { allowed, crawlDelaySeconds };
    },
    date(line) {
      const read = readDate(text(line, 'text'), {
        base: maybeText(line, 'base'),
        language: maybeText(line, 'language'),
      });
      return { date: read?.date ?? null, precision: read?.precision ?? null };
    },
    fingerprint: (line) => fingerprint({ title: maybeText(line, 'title'), body: text(line, 'body') }),
    recognize(line) {
      recognize ??= context.recognizer();
      const { verdict, score, reasons, agreements } = recognize(articleOf(line));
      return { verdict, score, reasons, agreements };
    },
  };
}

function canonicalizeLine(line: StageLine): object {
  const profile = maybeText(line, 'profile') ?? 'dedup';
  if (profile !== 'dedup' && profile !== 'whatwg')
    throw new Error(`"profile" must be dedup or whatwg, not ${profile}`);
  return { url: canonicalize(text(line, 'url'), { base: maybeText(line, 'base'), profile }) };
}

/** An article as `recognize` and `ledger` take it. */
export function articleOf(line: StageLine) {
  return {
    url: maybeText(line, 'url'),
    title: maybeText(line, 'title'),
    body: text(line, 'body'),
    published: maybeText(line, 'published'),
    language: maybeText(line, 'language'),
  };
}
