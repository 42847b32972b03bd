/** Every article read, whatever its verdict. */
import { html } from 'hono/html';
import type { ArticleRow } from '../domain/queries.ts';
import { agreementPath } from './agreement-card.ts';
import { publishedDay } from './dates.ts';
import { type ArticleQuery, linkTo, PAGE_SIZE } from './filters.ts';
import { type Html, heading, nothing, paging, worded } from './layout.ts';
import type { SourceRow } from './states.ts';

const PATH = '/articles';
const MOST_CHOICES = 300;

const VERDICTS = {
  agreement: { tone: 'good', means: 'reports a signing' },
  progress: { tone: 'calm', means: 'mentions a signing, or how one is carried out' },
  none: { tone: 'calm', means: 'reports no agreement' },
};

export function verdictBadge(verdict: ArticleRow['verdict']): Html {
  const { tone, means } = VERDICTS[verdict];
  return html`<span class="badge ${tone}" title="${means}">${verdict === 'none' ? 'no agreement' : verdict}</span>`;
}

export function articlesPage(rows: ArticleRow[], query: ArticleQuery, sources: SourceRow[]): Html {
  const shown = rows.slice(0, PAGE_SIZE);
  const narrowed = query.q !== '' || query.verdict !== '' || query.source !== '';
  return html`${heading('Articles', 'Everything that was read, with what was made of it.')}
  <form class="filter" method="get" action="${PATH}" role="search" aria-label="Articles">
    <p class="field grow"><label for="q">Words</label><input id="q" name="q" type="search" value="${query.q}" placeholder="in title or text" maxlength="200"></p>
    <p class="field"><label for="verdict">Verdict</label>
      <select id="verdict" name="verdict"><option value="">All</option>
        ${(['agreement', 'progress', 'none'] as const).map((verdict) => option(verdict, query.verdict, verdict === 'none' ? 'no agreement' : verdict))}
      </select></p>
    <p class="field"><label for="source">Source</label>${sourceChoice(sources, query.source)}</p>
    <p class="field"><button type="submit">Show</button>${narrowed ? html` <a class="clear" href="${PATH}">Clear</a>` : ''}</p>
  </form>
  <h2 class="hidden">Results</h2>
  ${shown.length === 0 ? empty(narrowed) : html`<ol class="cards" start="${(query.page - 1) * PAGE_SIZE + 1}">${shown.map(articleCard)}</ol>`}
  ${paging({ page: query.page, more: rows.length > PAGE_SIZE, link: (page) => linkTo(PATH, { ...query, page }) })}`;
}

/** A list to choose from while it can be scrolled, else the id is written. */
function sourceChoice(sources: SourceRow[], chosen: string): Html {
  if (sources.length > MOST_CHOICES) {
    return html`<input id="source" name="source" value="${chosen}" placeholder="id" maxlength="200">`;
  }
  return html`<select id="source" name="source"><option value="">All</option>
    ${sources.map(({ id, name }) => option(id, chosen, name))}
  </select>`;
}

function option(value: string, chosen: string, name: string): Html {
  return html`<option value="${value}" ${value === chosen ? html`selected` : ''}>${name}</option>`;
}

function articleCard(row: ArticleRow): Html {
  const about = [row.publisher, row.source].filter((text) => text !== null);
  return html`<li class="card">
    <p class="when">${publishedDay(row.published) ?? html`<span class="quiet">no date</span>`}</p>
    <div class="what">
      <h3><a href="${linkTo('/explain', { url: row.url })}">${worded(row.title ?? row.url)}</a></h3>
      <p class="quiet">${about.map((text, i) => html`${i > 0 ? ', ' : ''}${worded(text)}`)}</p>
      ${row.duplicateOf ? html`<p class="quiet">Copy of <a href="${linkTo('/explain', { url: row.duplicateOf })}">${row.duplicateOf}</a></p>` : ''}
      ${row.agreements.length > 0 ? html`<p>${row.agreements.map((key) => html`<a class="chip" href="${agreementPath(key)}">Agreement ${key}</a> `)}</p>` : ''}
    </div>
    <p class="count">${verdictBadge(row.verdict)}</p>
  </li>`;
}

function empty(narrowed: boolean): Html {
  if (narrowed)
    return nothing('No article fits', html`Try fewer words, or <a href="${PATH}">see all of them</a>.`);
  return nothing(
    'No article read yet',
    html`Articles show here as soon as a listing brings one. <a href="/sources">How the sources are doing</a>.`,
  );
}
