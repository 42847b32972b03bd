/** The sources: how each is doing, when it was and will be visited, what it has brought. */
import { html } from 'hono/html';
import { momentTag } from './dates.ts';
import { linkTo, type SourceQuery } from './filters.ts';
import { type Html, heading, nothing, paging, worded } from './layout.ts';
import { byUrgency, outcomeText, type SourceRow, stateBadge, stateMeaning } from './states.ts';

const PATH = '/sources';
/** Rows of a page: a fleet may watch ten thousand. */
const ROWS = 100;

export interface SourcesView {
  sources: SourceRow[];
  query: SourceQuery;
  now: Date;
}

export function sourcesPage({ sources, query, now }: SourcesView): Html {
  if (sources.length === 0) {
    return html`${heading('Sources')}
    ${nothing('Nothing yet: add a source', html`Write an entry with <code>id</code>, <code>url</code>, <code>region</code> and <code>kind</code> into a file in <code>config/sources/</code>.`)}`;
  }
  const fitting = sources.filter((source) => fits(source, query)).sort(byUrgency);
  const from = (query.page - 1) * ROWS;
  return html`${heading('Sources', 'Those that need a hand first.')}
  ${legend(sources, query)}
  <form class="filter" method="get" action="${PATH}" role="search" aria-label="Sources">
    <p class="field grow"><label for="q">Words</label><input id="q" name="q" type="search" value="${query.q}" placeholder="name, id or address" maxlength="200"></p>
    ${query.state ? html`<input type="hidden" name="state" value="${query.state}">` : ''}
    <p class="field"><button type="submit">Show</button>${query.q || query.state ? html` <a class="clear" href="${PATH}">Clear</a>` : ''}</p>
  </form>
  ${fitting.length === 0 ? nothing('No source fits', html`<a href="${PATH}">See all of them</a>.`) : table(fitting.slice(from, from + ROWS), now)}
  ${paging({ page: query.page, more: fitting.length > from + ROWS, link: (page) => linkTo(PATH, { ...query, page }) })}`;
}

function fits({ state, name, id, urls }: SourceRow, { q, state: wanted }: SourceQuery): boolean {
  const words = q.toLowerCase();
  return (
    (wanted === '' || state === wanted) &&
    [name, id, ...urls].some((text) => text.toLowerCase().includes(words))
  );
}

/** The states there are, with their meaning; each leads to its sources. */
function legend(sources: SourceRow[], query: SourceQuery): Html {
  const states = [...new Set([...sources].sort(byUrgency).map(({ state }) => state))];
  return html`<ul class="legend" aria-label="States">${states.map((state) => {
    const count = sources.filter((source) => source.state === state).length;
    const current = state === query.state ? html`aria-current="true"` : '';
    return html`<li><a href="${linkTo(PATH, { state })}" ${current}>${stateBadge(state)} ${count.toLocaleString('en')}</a> <span class="quiet">${stateMeaning(state)}</span></li>`;
  })}</ul>`;
}

// The roles are said again: a phone shows the table as cards, and browsers then forget that it is one.
function table(rows: SourceRow[], now: Date): Html {
  return html`<table class="grid" role="table">
    <caption class="hidden">Sources with state, visits and what they brought</caption>
    <thead role="rowgroup"><tr role="row">
      ${COLUMNS.map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}
    </tr></thead>
    <tbody role="rowgroup">${rows.map((source) => sourceRow(source, now))}</tbody>
  </table>`;
}

const COLUMNS = ['Source', 'State', 'Last visit', 'Next visit', 'Articles', 'Agreements'];

function sourceRow(source: SourceRow, now: Date): Html {
  const { id, name, region, kind, urls, state, lastOutcome, lastReason } = source;
  return html`<tr role="row" id="${id}">
    <th role="rowheader" scope="row">
      <span class="source-name">${worded(name)}</span>
      <span class="quiet">${id}, ${region}, ${kind}</span>
      ${urls.map((url) => html`<a class="source-url" href="${url}" rel="noopener noreferrer external">${url}</a>`)}
    </th>
    <td role="cell" data-label="State">${stateBadge(state)}</td>
    <td role="cell" data-label="Last visit">${momentTag(source.lastVisit, now)}${lastOutcome ? html`<span class="outcome">${outcomeText(lastOutcome)}${lastReason ? html`: ${worded(lastReason)}` : ''}</span>` : ''}</td>
    <td role="cell" data-label="Next visit">${momentTag(source.nextVisit, now, source.enabled ? 'when a slot is free' : 'not planned')}</td>
    <td role="cell" data-label="Articles" class="number"><a href="${linkTo('/articles', { source: id })}">${source.articles.toLocaleString('en')}</a></td>
    <td role="cell" data-label="Agreements" class="number">${source.agreements.toLocaleString('en')}</td>
  </tr>`;
}
