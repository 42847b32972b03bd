/** A dry run on a source, printed for people: what would be collected, and why. */
import type { PageTrial, SourceTrial } from '../stages/try-source.ts';

/** Lines for people: what would be collected, and why. */
export function trialLines(trial: SourceTrial): string[] {
  return trial.listings.flatMap((listing) => [
    `${listing.url}`,
    `  ${listing.outcome}: ${listing.reason}`,
    ...(listing.kind
      ? [
          `  a ${listing.kind} read over ${listing.via}: ${listing.links.length} links${listing.next ? `, goes on at ${listing.next}` : ''}`,
        ]
      : []),
    ...listing.feeds.map((feed) => `  announces ${feed}`),
    ...listing.links
      .slice(0, 10)
      .map(
        ({ url, title, published }) => `  - ${published ?? '(no date)'}  ${title ?? '(no title)'}  ${url}`,
      ),
    ...(listing.links.length > 10 ? [`  … and ${listing.links.length - 10} more`] : []),
    ...listing.pages.flatMap(pageLines),
  ]);
}

function pageLines({ url, outcome, reason, article, report }: PageTrial): string[] {
  if (!article) return [`  page ${url}`, `    ${outcome}: ${reason}`];
  const won = Object.entries(article.provenance).map(([field, { from }]) => `${field} from ${from}`);
  return [
    `  page ${url}`,
    `    title      ${article.title ?? '-'}`,
    `    published  ${article.published ?? '-'}   publisher ${article.publisher ?? '-'}   language ${article.language ?? '-'}`,
    `    body       ${[...(article.body ?? '')].length} characters: ${(article.body ?? '').slice(0, 80).replaceAll('\n', ' ')}`,
    `    verdict    ${report?.verdict ?? '-'}: ${report?.reasons.join('; ') ?? ''}`,
    `    why        ${won.join(', ')}`,
  ];
}
