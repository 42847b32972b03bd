/** One agreement in a list: when, who with whom, what and how much. */
import { html } from 'hono/html';
import type { Agreement } from '../domain/agreement.ts';
import type { AgreementRow } from '../domain/queries.ts';
import { signedOnText } from './dates.ts';
import { type Html, worded } from './layout.ts';
import { amountsText } from './money.ts';

export const agreementPath = (key: string) => `/agreements/${encodeURIComponent(key)}`;

/** `青海省人民政府 with China Telecom`. */
export function partiesText({
  governments,
  companies,
}: Pick<Agreement, 'governments' | 'companies'>): string {
  const ours = governments.map(({ name }) => name).join(', ') || 'A government';
  const theirs = companies.map(({ canonical }) => canonical).join(', ') || 'a company';
  return `${ours} with ${theirs}`;
}

export function partiesTag(agreement: Pick<Agreement, 'governments' | 'companies'>): Html {
  const ours = agreement.governments.map(({ name }) => name).join(', ') || 'A government';
  const theirs = agreement.companies.map(({ canonical }) => canonical).join(', ') || 'a company';
  return html`${worded(ours)} <span class="with">with</span> ${worded(theirs)}`;
}

export function agreementCard(row: AgreementRow): Html {
  const regions = [...new Set(row.governments.flatMap(({ region }) => (region ? [region] : [])))];
  return html`<li class="card">
    <p class="when">${signedOnText(row.signedOn)}</p>
    <div class="what">
      <h3><a href="${agreementPath(row.key)}">${partiesTag(row)}</a></h3>
      ${row.document ? html`<p class="document">${worded(row.document)}</p>` : ''}
      <ul class="facts" aria-label="Facts">
        ${regions.map((region) => html`<li class="chip">${region}</li>`)}
        ${row.place ? html`<li class="chip">${worded(row.place)}</li>` : ''}
        ${row.amounts.length > 0 ? html`<li class="chip money">${amountsText(row.amounts)}</li>` : ''}
        ${row.topics.slice(0, 6).map((topic) => html`<li class="chip topic">${topic}</li>`)}
        ${row.conflicts.length > 0 ? html`<li class="chip warn">values conflict</li>` : ''}
      </ul>
    </div>
    <p class="count">${row.reports.length} ${row.reports.length === 1 ? 'report' : 'reports'}</p>
  </li>`;
}
