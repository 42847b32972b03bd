/**
 * The article's text cut where evidence begins and ends, so that overlapping quotations can all be marked.
 *
 * Offsets count Unicode code points; a string is indexed in UTF-16, where a rare character counts twice.
 */
import type { Evidence, EvidenceField } from '../domain/agreement.ts';

export interface Piece {
  text: string;
  /** Indices (into the evidence given) of the quotations this piece belongs to. */
  covers: number[];
  /** Of those, the ones that begin or end with this piece. */
  begins: number[];
  ends: number[];
}

interface Span {
  index: number;
  start: number;
  end: number;
}

/** The pieces of `body`, in order; their texts joined are `body`. Evidence outside of it is left out. */
export function cutAtEvidence(body: string, evidence: Evidence[]): Piece[] {
  const points = Array.from(body);
  const spans = evidence.flatMap(({ start, end }, index): Span[] =>
    start !== null && end !== null && start >= 0 && start < end && end <= points.length
      ? [{ index, start, end }]
      : [],
  );
  const cuts = [...new Set([0, points.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((from, i) => {
    const to = cuts[i + 1] ?? points.length;
    const here = spans.filter(({ start, end }) => start <= from && end >= to);
    return {
      text: points.slice(from, to).join(''),
      covers: here.map(({ index }) => index),
      begins: here.filter(({ start }) => start === from).map(({ index }) => index),
      ends: here.filter(({ end }) => end === to).map(({ index }) => index),
    };
  });
}

/** What a field is called on the page. */
export const FIELD_NAMES: Record<EvidenceField, string> = {
  governments: 'Government',
  companies: 'Company',
  document: 'Document',
  status: 'Status',
  signedOn: 'Date',
  place: 'Place',
  amounts: 'Amount',
  period: 'Period',
  topics: 'Topic',
};
