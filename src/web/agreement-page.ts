/** One agreement: its facts, where reports disagree, the quoted words that prove each fact, and the reports. */
import { html } from 'hono/html';
import type { Conflict, Evidence, EvidenceField } from '../domain/agreement.ts';
import type { AgreementRow, ReportRef, StoredArticle } from '../domain/store.ts';
import { partiesTag } from './agreement-card.ts';
import { publishedText, signedOnText } from './dates.ts';
import { linkTo } from './filters.ts';
import { type Html, heading, worded } from './layout.ts';
import { cutAtEvidence, FIELD_NAMES, type Piece } from './mark-evidence.ts';
import { amountText } from './money.ts';

export interface AgreementView {
  agreement: AgreementRow;
  /** The article that the evidence quotes; null when it is no longer kept. */
  article: StoredArticle | null;
}

export function agreementPage({ agreement, article }: AgreementView): Html {
  const fields = factsOf(agreement);
  return html`<p class="crumbs"><a href="/agreements">Agreements</a></p>
  ${heading(partiesTag(agreement), agreement.document ? worded(agreement.document) : '')}
  ${agreement.conflicts.length > 0 ? disagreement(agreement.conflicts) : ''}
  <div class="columns">
    <div>
      <section aria-labelledby="facts">
        <h2 id="facts">Facts</h2>
        <dl class="factlist">${fields.map((fact) => factRow(fact, agreement))}</dl>
      </section>
      <section aria-labelledby="text">
        <h2 id="text">Evidence in the article</h2>
        ${article ? articleText(article, agreement.evidence) : html`<p class="quiet">The article that is quoted is no longer kept; the quotations above are.</p>`}
      </section>
    </div>
    <section class="side" aria-labelledby="reports">
      <h2 id="reports">${agreement.reports.length} ${agreement.reports.length === 1 ? 'report' : 'reports'}</h2>
      <ol class="reports">${agreement.reports.map(report)}</ol>
      <p class="quiet">Ledger key <code>${agreement.key}</code></p>
    </section>
  </div>`;
}

interface Fact {
  field: EvidenceField;
  name: string;
  values: Html[];
}

function factsOf(agreement: AgreementRow): Fact[] {
  const { governments, companies, document, status, signedOn, place, amounts, period, topics } = agreement;
  const one = (value: Html | null) => (value ? [value] : []);
  const facts: Fact[] = [
    {
      field: 'governments',
      name: governments.length > 1 ? 'Governments' : 'Government',
      values: governments.map(
        ({ name, region }) =>
          html`${worded(name)}${region ? html` <span class="quiet">${region}</span>` : ''}`,
      ),
    },
    {
      field: 'companies',
      name: companies.length > 1 ? 'Companies' : 'Company',
      values: companies.map(
        ({ name, canonical }) =>
          html`${canonical}${name === canonical ? '' : html` <span class="quiet">${worded(name)}</span>`}`,
      ),
    },
    { field: 'document', name: 'Document', values: one(document ? worded(document) : null) },
    { field: 'status', name: 'Status', values: [html`${status}`] },
    { field: 'signedOn', name: 'Signed on', values: one(signedOn ? html`${signedOnText(signedOn)}` : null) },
    { field: 'place', name: 'Place', values: one(place ? worded(place) : null) },
    {
      field: 'amounts',
      name: amounts.length > 1 ? 'Amounts' : 'Amount',
      values: amounts.map(
        (amount) =>
          html`<strong>${amountText(amount)}</strong> <span class="quiet">${worded(amount.asWritten)}${amount.payer ? html`, paid by ${worded(amount.payer)}` : ''}</span>`,
      ),
    },
    {
      field: 'period',
      name: 'Period',
      values: one(
        period
          ? html`${worded(period.asWritten)}${period.from || period.to ? html` <span class="quiet">${period.from ?? ''} to ${period.to ?? ''}</span>` : ''}`
          : null,
      ),
    },
    { field: 'topics', name: 'Topics', values: topics.map((topic) => html`${topic}`) },
  ];
  return facts;
}

function factRow({ field, name, values }: Fact, { evidence, conflicts }: AgreementRow): Html {
  const conflict = conflicts.find((one) => one.field === field);
  return html`<div class="fact">
    <dt>${name}${conflict ? html` <span class="badge warn">disagree</span>` : ''}</dt>
    ${values.length === 0 ? html`<dd class="quiet">not reported</dd>` : values.map((value, index) => html`<dd>${value} ${quotes(evidence, field, index)}</dd>`)}
  </div>`;
}

/** Links from a value to the words that prove it. */
function quotes(evidence: Evidence[], field: EvidenceField, index: number): Html[] {
  return evidence.flatMap((one, i) => {
    if (one.field !== field || one.index !== index) return [];
    const quote = html`<q>${worded(one.quote)}</q>`;
    if (one.start === null)
      return [html`<span class="quote">${quote} <span class="quiet">in the title</span></span>`];
    return [html`<a class="quote" href="#e${i}">${quote}</a>`];
  });
}

function disagreement(conflicts: Conflict[]): Html {
  return html`<aside class="notice warn" aria-label="Conflicts">
    <p><strong>The reports disagree.</strong> All values are kept.</p>
    <ul>${conflicts.map(({ field, values }) => html`<li>${FIELD_NAMES[field]}: ${values.map((value, i) => html`${i > 0 ? ' or ' : ''}${worded(value)}`)}</li>`)}</ul>
  </aside>`;
}

function articleText(article: StoredArticle, evidence: Evidence[]): Html {
  const pieces = cutAtEvidence(article.body ?? '', evidence);
  return html`<article class="text" lang="${article.language ?? ''}">
    <h3><a href="${linkTo('/explain', { url: article.url })}">${article.title ?? article.url}</a></h3>
    <p class="quiet">${[article.publisher, publishedText(article.published)].filter(Boolean).join(', ')}</p>
    <div class="body">${pieces.map((piece) => marked(piece, evidence))}</div>
  </article>`;
}

/** A piece with its marks: an anchor where a quotation begins, the field's name where it ends. */
function marked({ text, covers, begins, ends }: Piece, evidence: Evidence[]): Html {
  if (covers.length === 0) return html`${text}`;
  const names = [...new Set(ends.flatMap((index) => fieldName(evidence[index])))];
  const tone = evidence[covers.at(-1) ?? 0]?.field ?? '';
  return html`${begins.map((index) => html`<span id="e${index}" class="anchor"></span>`)}<mark class="${tone}">${text}</mark>${names.map((name) => html`<span class="mark-name" lang="en">${name}</span>`)}`;
}

const fieldName = (one: Evidence | undefined) => (one ? [FIELD_NAMES[one.field]] : []);

function report({ url, title, published, source }: ReportRef): Html {
  const known = /^https?:/.test(url);
  return html`<li>
    <p class="report-title"><a href="${linkTo('/explain', { url })}">${worded(title ?? url)}</a></p>
    <p class="quiet">${[publishedText(published), source].filter(Boolean).join(', ')}
      ${known ? html`<a href="${url}" rel="noopener noreferrer external">original</a>` : ''}</p>
  </li>`;
}
