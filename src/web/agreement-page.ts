/** One agreement: its facts, where reports disagree, the quoted words that prove each fact, and the reports. */
import { html } from 'hono/html';
import type { Amount, Conflict, Evidence, EvidenceField, Period } from '../domain/agreement.ts';
import type { StoredArticle } from '../domain/ledger-store.ts';
import type { AgreementRow, ReportRef } from '../domain/queries.ts';
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

interface Value {
  /** As the article has it, to see whether a quotation says more. */
  written: string;
  shown: Html;
}

interface Fact {
  field: EvidenceField;
  name: string;
  values: Value[];
}

function factsOf({
  governments,
  companies,
  document,
  status,
  signedOn,
  place,
  amounts,
  period,
  topics,
}: AgreementRow): Fact[] {
  const plain = (written: string): Value => ({ written, shown: worded(written) });
  const several = (count: number, one: string, many: string) => (count > 1 ? many : one);
  return [
    {
      field: 'governments',
      name: several(governments.length, 'Government', 'Governments'),
      values: governments.map(({ name, region }) => ({ ...plain(name), shown: aside(worded(name), region) })),
    },
    {
      field: 'companies',
      name: several(companies.length, 'Company', 'Companies'),
      values: companies.map(({ name, canonical }) => ({
        written: name,
        shown: aside(worded(canonical), name === canonical ? null : name),
      })),
    },
    { field: 'document', name: 'Document', values: document ? [plain(document)] : [] },
    { field: 'status', name: 'Status', values: [plain(status)] },
    { field: 'signedOn', name: 'Signed on', values: signedOn ? [plain(signedOnText(signedOn))] : [] },
    { field: 'place', name: 'Place', values: place ? [plain(place)] : [] },
    {
      field: 'amounts',
      name: several(amounts.length, 'Amount', 'Amounts'),
      values: amounts.map(amountValue),
    },
    { field: 'period', name: 'Period', values: period ? [periodValue(period)] : [] },
    { field: 'topics', name: 'Topics', values: topics.map(plain) },
  ];
}

const aside = (shown: Html, more: string | null) =>
  html`${shown}${more ? html` <span class="quiet">${worded(more)}</span>` : ''}`;

function amountValue(amount: Amount): Value {
  const { asWritten, payer } = amount;
  const shown = html`<strong>${amountText(amount)}</strong> <span class="quiet">${worded(asWritten)}${payer ? html`, paid by ${worded(payer)}` : ''}</span>`;
  return { written: asWritten, shown };
}

function periodValue({ asWritten, from, to, years }: Period): Value {
  const span = from || to ? `${from ?? ''} to ${to ?? ''}`.trim() : years ? `${years} years` : null;
  return { written: asWritten, shown: aside(worded(asWritten), span) };
}

function factRow({ field, name, values }: Fact, { evidence, conflicts }: AgreementRow): Html {
  const conflict = conflicts.some((one) => one.field === field);
  const many = field === 'topics' && values.length > 0;
  const told = values.map((value, index) => proved(value, quotesOf(evidence, field, index)));
  return html`<div class="fact ${many ? 'many' : ''}">
    <dt>${name}${conflict ? html` <span class="badge warn">conflict</span>` : ''}</dt>
    ${values.length === 0 ? html`<dd class="quiet">not reported</dd>` : told.map((value) => html`<dd>${value}</dd>`)}
  </div>`;
}

type Quote = Evidence & { anchor: string };

function quotesOf(evidence: Evidence[], field: EvidenceField, index: number): Quote[] {
  return evidence.flatMap((one, i) =>
    one.field === field && one.index === index ? [{ ...one, anchor: `#e${i}` }] : [],
  );
}

/** A value that leads to the words that prove it: itself when it is those words, else by its quotations. */
function proved({ written, shown }: Value, quotes: Quote[]): Html {
  const [first] = quotes;
  if (quotes.length === 1 && first?.start != null && first.quote === written) {
    return html`<a class="proved" href="${first.anchor}" title="Show in the article">${shown}</a>`;
  }
  return html`${shown} ${quotes.map(quotation)}`;
}

function quotation({ quote, start, anchor }: Quote): Html {
  const words = html`<q>${worded(quote)}</q>`;
  if (start === null)
    return html`<span class="quote">${words} <span class="quiet">in the title</span></span>`;
  return html`<a class="quote" href="${anchor}" title="Show in the article">${words}</a>`;
}

function disagreement(conflicts: Conflict[]): Html {
  return html`<aside class="notice warn" aria-label="Conflicts">
    <p><strong>Some values conflict.</strong> All of them are kept.</p>
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
  return html`${begins.map((index) => html`<span id="e${index}" class="anchor"></span>`)}<mark class="on-${tone}">${text}</mark>${names.map((name) => html`<span class="mark-name" lang="en">${name}</span>`)}`;
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
