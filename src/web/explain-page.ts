/** Every decision about one URL, in order, and what was read there. */
import { html } from 'hono/html';
import type { StoredArticle } from '../domain/ledger-store.ts';
import type { ExplainRow } from '../domain/queries.ts';
import type { Report } from '../domain/report.ts';
import { agreementPath } from './agreement-card.ts';
import { verdictBadge } from './articles-page.ts';
import { momentTag, publishedText } from './dates.ts';
import { type Html, heading, nothing, worded } from './layout.ts';

export interface Explained {
  /** As asked for; empty: nothing was asked. */
  url: string;
  rows: ExplainRow[];
  article: (StoredArticle & { report: Report }) | null;
  now: Date;
}

export function explainPage({ url, rows, article, now }: Explained): Html {
  return html`<p class="crumbs"><a href="/articles">Articles</a></p>
  ${heading(article?.title ? worded(article.title) : 'What happened to a page', article ? about(article) : '')}
  <form class="filter" method="get" action="/explain" role="search" aria-label="Explain a URL">
    <p class="field grow"><label for="url">URL</label><input id="url" name="url" type="text" inputmode="url" value="${url}" placeholder="https://" maxlength="2000" required></p>
    <p class="field"><button type="submit">Explain</button></p>
  </form>
  ${
    url === ''
      ? ''
      : html`<div class="columns">
    <section aria-labelledby="decisions">
      <h2 id="decisions">Decisions</h2>
      ${
        rows.length === 0
          ? nothing(
              'Nothing is known about this URL',
              'No listing has shown it. The address must be the one of the article, as a listing links it.',
            )
          : html`<ol class="steps">${rows.map((row) => step(row, now))}</ol>`
      }
    </section>
    ${article ? reading(article) : ''}
  </div>`
  }`;
}

function about(article: StoredArticle & { report: Report }): Html {
  const facts = [article.publisher, publishedText(article.published), article.sourceId].filter(
    (text) => text !== null,
  );
  return html`${verdictBadge(article.verdict)} ${facts.map((text, i) => html`${i > 0 ? ', ' : ''}${worded(text)}`)}
    ${/^https?:/.test(article.url) ? html`<a href="${article.url}" rel="noopener noreferrer external">original</a>` : ''}`;
}

function step({ at, step: name, decision, reason }: ExplainRow, now: Date): Html {
  const when = new Date(at);
  return html`<li>
    <p class="step-head"><strong>${name}</strong> <span class="decision">${linked(decision)}</span> ${Number.isNaN(when.getTime()) ? at : momentTag(when, now)}</p>
    <p>${worded(reason)}</p>
  </li>`;
}

/** `opened agr-x1` with the key as a link. */
function linked(decision: string): Html {
  const [, before, key] = /^(.{0,200}?)\b(agr-[A-Za-z0-9]+)$/.exec(decision) ?? [];
  return key ? html`${before}<a href="${agreementPath(key)}">${key}</a>` : html`${decision}`;
}

function reading({ report, body, language }: StoredArticle & { report: Report }): Html {
  return html`<section class="side" aria-labelledby="reading">
    <h2 id="reading">What was read</h2>
    <p>Score <strong>${report.score.toFixed(2)}</strong> <span class="quiet">(from 0.50 on it is an agreement)</span></p>
    ${report.reasons.length > 0 ? html`<ul class="reasons">${report.reasons.map((reason) => html`<li>${worded(reason)}</li>`)}</ul>` : ''}
    <details><summary>The text</summary><div class="text" lang="${language ?? ''}"><div class="body">${body ?? ''}</div></div></details>
  </section>`;
}
