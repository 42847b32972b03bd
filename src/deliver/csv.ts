/** The ledger as CSV (RFC 4180): one agreement a row. */
import type { AgreementRow } from '../domain/queries.ts';

export const CSV_COLUMNS = [
  'key',
  'status',
  'signed_on',
  'governments',
  'regions',
  'companies',
  'document',
  'place',
  'amounts',
  'currencies',
  'amounts_as_written',
  'period',
  'topics',
  'conflicts',
  'reports',
] as const;

/** Several values of one fact share a cell, separated by this. */
const BETWEEN = '; ';

export const csvHead = (): string => CSV_COLUMNS.join(',');

export function csvRow(row: AgreementRow): string {
  const cells: Record<(typeof CSV_COLUMNS)[number], string> = {
    key: row.key,
    status: row.status,
    signed_on: row.signedOn?.date ?? '',
    governments: row.governments.map(({ name }) => name).join(BETWEEN),
    regions: [...new Set(row.governments.map(({ region }) => region ?? ''))].filter(Boolean).join(BETWEEN),
    companies: row.companies.map(({ canonical }) => canonical).join(BETWEEN),
    document: row.document ?? '',
    place: row.place ?? '',
    amounts: row.amounts
      .map(({ value, bound }) => (bound ? `${bound} ${value}` : String(value)))
      .join(BETWEEN),
    currencies: [...new Set(row.amounts.map(({ currency }) => currency))].join(BETWEEN),
    amounts_as_written: row.amounts.map(({ asWritten }) => asWritten).join(BETWEEN),
    period: row.period?.asWritten ?? '',
    topics: row.topics.join(BETWEEN),
    conflicts: row.conflicts.map(({ field, values }) => `${field}: ${values.join(' | ')}`).join(BETWEEN),
    reports: row.reports.map(({ url }) => url).join(BETWEEN),
  };
  return CSV_COLUMNS.map((name) => cell(cells[name])).join(',');
}

/** Quoted where it must be; a cell that a spreadsheet would run as a formula is made text by a leading apostrophe. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
