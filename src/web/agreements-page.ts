/** The ledger as a list, narrowed by words, region, company and topic. */
import { html } from 'hono/html';
import type { AgreementRow } from '../domain/queries.ts';
import { agreementCard } from './agreement-card.ts';
import type { Choice, Facets } from './facets.ts';
import { type AgreementQuery, linkTo, PAGE_SIZE } from './filters.ts';
import { type Html, heading, nothing, paging } from './layout.ts';

const PATH = '/agreements';

export function agreementsPage(rows: AgreementRow[], query: AgreementQuery, facets: Facets): Html {
  const shown = rows.slice(0, PAGE_SIZE);
  const narrowed = query.q !== '' || query.region !== '' || query.company !== '' || query.topic !== '';
  return html`${heading('Agreements', 'Every signing once, however many articles report it.')}
  <form class="filter" method="get" action="${PATH}" role="search" aria-label="Agreements">
    <p class="field grow"><label for="q">Words</label><input id="q" name="q" type="search" value="${query.q}" placeholder="party, document, place" maxlength="200"></p>
    ${choice('region', 'Region', { chosen: query.region, choices: facets.regions })}
    ${choice('company', 'Company', { chosen: query.company, choices: facets.companies })}
    ${choice('topic', 'Topic', { chosen: query.topic, choices: facets.topics })}
    <p class="field"><button type="submit">Show</button>${narrowed ? html` <a class="clear" href="${PATH}">Clear</a>` : ''}</p>
  </form>
  <h2 class="hidden">Results</h2>
  ${shown.length === 0 ? empty(narrowed) : html`<ol class="cards" start="${(query.page - 1) * PAGE_SIZE + 1}">${shown.map(agreementCard)}</ol>`}
  ${paging({ page: query.page, more: rows.length > PAGE_SIZE, link: (page) => linkTo(PATH, { ...query, page }) })}`;
}

function choice(
  name: string,
  label: string,
  { chosen, choices }: { chosen: string; choices: Choice[] },
): Html {
  // A value from the address bar that no agreement has stays visible: else the empty list would puzzle.
  const unknown = chosen !== '' && !choices.some(({ value }) => value === chosen);
  const all = unknown ? [{ value: chosen, count: 0 }, ...choices] : choices;
  return html`<p class="field"><label for="${name}">${label}</label>
    <select id="${name}" name="${name}">
      <option value="">All</option>
      ${all.map(({ value, count }) => html`<option value="${value}" ${value === chosen ? html`selected` : ''}>${value} (${count})</option>`)}
    </select></p>`;
}

function empty(narrowed: boolean): Html {
  if (narrowed)
    return nothing('No agreement fits', html`Try fewer words, or <a href="${PATH}">see all of them</a>.`);
  return nothing(
    'No agreement yet',
    html`They show here as soon as a source reports one. <a href="/sources">How the sources are doing</a>.`,
  );
}
