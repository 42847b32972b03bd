/** The first page: how much there is, what is new, what needs a hand. */
import { html } from 'hono/html';
import type { AgreementRow, RunCounts } from '../domain/queries.ts';
import { agreementCard } from './agreement-card.ts';
import { type Bar, barChart, byYear } from './chart.ts';
import { momentTag } from './dates.ts';
import { linkTo } from './filters.ts';
import { type Html, heading, nothing, worded } from './layout.ts';
import {
  byUrgency,
  needsAttention,
  outcomeText,
  type SourceRow,
  stateBadge,
  stateMeaning,
} from './states.ts';

export interface Overview {
  newest: AgreementRow[];
  /** As many as the chart counts, newest first. */
  charted: AgreementRow[];
  sources: SourceRow[];
  counts: RunCounts;
  now: Date;
}

const number = (value: number) => value.toLocaleString('en');

export function overviewPage(overview: Overview): Html {
  const { sources, counts, newest, charted } = overview;
  const troubled = sources.filter(needsAttention).sort(byUrgency);
  return html`${heading('Overview', watching(overview))}
  <ul class="tiles">
    ${tile('Agreements', number(counts.agreements), '/agreements')}
    ${tile('Articles read', number(counts.articles), '/articles')}
    ${tile('Copies folded', number(counts.duplicates), '/articles')}
    ${tile('Need attention', number(troubled.length), '/sources', troubled.length > 0)}
  </ul>
  <div class="columns">
    <section aria-labelledby="newest">
      <h2 id="newest">Newest agreements</h2>
      ${newest.length === 0 ? emptyLedger(sources.length) : newestList(newest)}
    </section>
    <div class="side">
      ${attention(troubled, overview)}
      ${overTheYears(byYear(charted))}
    </div>
  </div>`;
}

/** How many sources, and when one was visited last. */
function watching({ sources, now }: Overview): string | Html {
  const enabled = sources.filter((source) => source.enabled);
  if (enabled.length === 0) return 'No source is watched yet.';
  const watched = `${number(enabled.length)} ${enabled.length === 1 ? 'source' : 'sources'} watched`;
  const visits = enabled.flatMap(({ lastVisit }) => (lastVisit ? [lastVisit.getTime()] : []));
  if (visits.length === 0) return `${watched}, none visited yet.`;
  return html`${watched}, last visit ${momentTag(new Date(Math.max(...visits)), now)}.`;
}

function newestList(newest: AgreementRow[]): Html {
  return html`<ol class="cards">${newest.map(agreementCard)}</ol>
    <p class="more"><a href="/agreements">All agreements</a></p>`;
}

function attention(troubled: SourceRow[], { sources, now }: Overview): Html {
  const visited = sources.some(({ lastVisit }) => lastVisit !== null);
  const calm = visited
    ? 'Nothing: every source visited answers as it should.'
    : 'Nothing has been visited yet.';
  const list = html`<ul class="troubles">${troubled.slice(0, 6).map((source) => trouble(source, now))}</ul>
    <p class="more"><a href="/sources">All sources</a></p>`;
  return html`<section aria-labelledby="attention">
    <h2 id="attention">Needs attention</h2>
    ${troubled.length === 0 ? html`<p class="quiet">${calm}</p>` : list}
  </section>`;
}

function overTheYears(bars: Bar[]): Html {
  if (bars.length === 0) return html``;
  return html`<section aria-labelledby="over-time">
    <h2 id="over-time">Over the years</h2>
    ${barChart(bars, { title: 'Agreements by year of signing', unit: 'Agreements' })}
  </section>`;
}

function tile(name: string, value: string, href: string, warn = false): Html {
  return html`<li class="tile ${warn ? 'warn' : ''}"><a href="${href}"><span class="tile-value">${value}</span> <span class="tile-name">${name}</span></a></li>`;
}

function trouble(source: SourceRow, now: Date): Html {
  return html`<li>
    <p class="trouble-head">${stateBadge(source.state)} <a href="${linkTo('/sources', { q: source.id })}">${worded(source.name)}</a></p>
    <p class="quiet">${source.lastReason ?? (source.lastOutcome ? outcomeText(source.lastOutcome) : stateMeaning(source.state))}, ${momentTag(source.lastVisit, now)}</p>
  </li>`;
}

function emptyLedger(sources: number): Html {
  if (sources === 0) {
    return nothing(
      'Nothing yet: add a source',
      html`Write an entry into a file in <code>config/sources/</code>; it is picked up while Pactwire runs.`,
    );
  }
  return nothing(
    'No agreement found yet',
    'The sources are being read. What they bring shows here as soon as it is filed.',
  );
}
