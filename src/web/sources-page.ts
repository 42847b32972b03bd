/** The sources: how each is doing, when it was and will be visited, what it has brought. */
import { html } from 'hono/html';
import { momentTag } from './dates.ts';
import { linkTo } from './filters.ts';
import { type Html, heading, nothing, worded } from './layout.ts';
import { byUrgency, outcomeText, type SourceRow, stateBadge, stateMeaning } from './states.ts';

export function sourcesPage(sources: SourceRow[], now: Date): Html {
  if (sources.length === 0) {
    return html`${heading('Sources')}
    ${nothing('Nothing yet: add a source', html`Write an entry with <code>id</code>, <code>url</code>, <code>region</code> and <code>kind</code> into a file in <code>config/sources/</code>.`)}`;
  }
  const rows = [...sources].sort(byUrgency);
  const states = [...new Set(rows.map(({ state }) => state))];
  return html`${heading('Sources', 'Those that need a hand first.')}
  <ul class="legend" aria-label="States">${states.map((state) => html`<li>${stateBadge(state)} ${rows.filter((row) => row.state === state).length} <span class="quiet">${stateMeaning(state)}</span></li>`)}</ul>
  <table class="grid" role="table">
    <caption class="hidden">Sources with state, visits and what they brought</caption>
    <thead role="rowgroup"><tr role="row">
      ${['Source', 'State', 'Last visit', 'Next visit', 'Articles', 'Agreements'].map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}
    </tr></thead>
    <tbody role="rowgroup">${rows.map((source) => sourceRow(source, now))}</tbody>
  </table>`;
}

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
