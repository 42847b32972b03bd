/**
 * One account of a signing out of the accounts of its reports.
 *
 * The lead report is the fullest (most facts with evidence); of equals an original before a copy, then the earliest
 * published, then the smallest id. Its facts and evidence stand as they are, and the group's evidence quotes its
 * body alone. What only other reports tell is added behind the lead's values, taken from the fullest that tells it,
 * with its evidence in `evidenceFrom` beside the id of that report, `index` counting in the group's arrays.
 *
 * Where independent reports contradict each other (copies do not count), all values stay in arrays, single values
 * keep the lead's, and `conflicts` names every version as written. Reports of one day that name different amounts
 * contradict; a report that names fewer does not.
 */
import type { Agreement, Amount, Conflict, Evidence, EvidenceField } from '../domain/agreement.ts';
import { isHan, placeKey, plainKey } from './name-keys.ts';
import { publishedDay } from './signing-window.ts';
import type { Unit } from './unit.ts';

export interface EvidenceFrom {
  /** Report whose body (or title) the evidence quotes. */
  id: string;
  evidence: Evidence;
}

export interface Merged {
  facts: Agreement;
  lead: string;
  evidenceFrom: EvidenceFrom[];
}

/** `members` holds at least one unit; its order does not matter. */
export function mergeFacts(members: readonly Unit[]): Merged {
  const ranked = [...members].sort(byFullness);
  const [lead, ...others] = ranked as [Unit, ...Unit[]];
  const facts: Agreement = structuredClone(lead.agreement);
  const evidenceFrom: EvidenceFrom[] = [];
  for (const other of others) {
    addValues(facts, other, evidenceFrom);
    addSingles(facts, other, evidenceFrom);
  }
  facts.conflicts = conflictsOf(ranked);
  return { facts, lead: lead.ref.id, evidenceFrom };
}

function byFullness(a: Unit, b: Unit): number {
  return (
    fullness(b) - fullness(a) ||
    Number(a.voice !== a.ref.id) - Number(b.voice !== b.ref.id) ||
    (publishedDay(a.report) ?? 1e6) - (publishedDay(b.report) ?? 1e6) ||
    (a.key < b.key ? -1 : 1)
  );
}

/** Facts told, each once; a day says more than a month. */
function fullness({ agreement }: Unit): number {
  const { governments, companies, amounts, topics, document, signedOn, place, period } = agreement;
  const singles = [document, place, period].filter((value) => value !== null).length;
  const date =
    signedOn === null ? 0 : signedOn.date.startsWith('XXXX') || signedOn.precision !== 'day' ? 1 : 2;
  const arrays = [governments, companies, amounts].filter((values) => values.length > 0).length;
  return 2 * (singles + date + arrays) + Math.min(topics.length, 4) / 4;
}

function addValues(facts: Agreement, other: Unit, evidenceFrom: EvidenceFrom[]): void {
  const { agreement } = other;
  const add = <T>(field: EvidenceField, into: T[], from: readonly T[], same: (a: T, b: T) => boolean) => {
    from.forEach((value, index) => {
      if (into.some((known) => same(known, value))) return;
      into.push(structuredClone(value));
      carry({ field, from: index, to: into.length - 1 }, other, evidenceFrom);
    });
  };
  add(
    'governments',
    facts.governments,
    agreement.governments,
    (a, b) => a.region === b.region && sameCity(a, b),
  );
  add('companies', facts.companies, agreement.companies, (a, b) => a.canonical === b.canonical);
  add('amounts', facts.amounts, agreement.amounts, sameAmount);
  add('topics', facts.topics, agreement.topics, (a, b) => a === b);
}

/** A city that one report leaves out is no second government. */
function sameCity(a: { city: string | null }, b: { city: string | null }): boolean {
  return a.city === null || b.city === null || placeKey(a.city) === placeKey(b.city);
}

function sameAmount(a: Amount, b: Amount): boolean {
  return a.value === b.value && a.currency === b.currency && a.bound === b.bound;
}

function addSingles(facts: Agreement, other: Unit, evidenceFrom: EvidenceFrom[]): void {
  const { agreement } = other;
  const carried = (field: EvidenceField) => carry({ field, from: 0, to: 0 }, other, evidenceFrom);
  if (facts.document === null && agreement.document !== null) {
    facts.document = agreement.document;
    carried('document');
  }
  if (facts.place === null && agreement.place !== null) {
    facts.place = agreement.place;
    carried('place');
  }
  if (facts.period === null && agreement.period !== null) {
    facts.period = structuredClone(agreement.period);
    carried('period');
  }
  if (
    agreement.signedOn !== null &&
    (facts.signedOn === null || sharper(agreement.signedOn, facts.signedOn))
  ) {
    facts.signedOn = structuredClone(agreement.signedOn);
    // The lead's words prove the vaguer date only: the sharper one has its own.
    facts.evidence = facts.evidence.filter(({ field }) => field !== 'signedOn');
    dropCarried('signedOn', evidenceFrom);
    carried('signedOn');
  }
}

/** The same date, told with a day or a year that the other leaves out. */
function sharper(one: { date: string }, than: { date: string }): boolean {
  if (one.date.startsWith('XXXX')) return false;
  if (than.date.startsWith('XXXX')) {
    const [day, month] = [than.date.slice(8), than.date.slice(5, 7)];
    return (
      one.date.length === 10 && one.date.endsWith(day) && (month === 'XX' || one.date.slice(5, 7) === month)
    );
  }
  return one.date.length > than.date.length && one.date.startsWith(than.date);
}

function dropCarried(field: EvidenceField, evidenceFrom: EvidenceFrom[]): void {
  const kept = evidenceFrom.filter(({ evidence }) => evidence.field !== field);
  evidenceFrom.splice(0, evidenceFrom.length, ...kept);
}

function carry(
  value: { field: EvidenceField; from: number; to: number },
  { agreement, ref }: Unit,
  evidenceFrom: EvidenceFrom[],
): void {
  for (const evidence of agreement.evidence) {
    if (evidence.field !== value.field || evidence.index !== value.from) continue;
    evidenceFrom.push({ id: ref.id, evidence: { ...evidence, index: value.to } });
  }
}

/** Contradictions told by the reports themselves and those between them, versions in order of the ranking. */
function conflictsOf(ranked: readonly Unit[]): Conflict[] {
  const versions = new Map<EvidenceField, Set<string>>();
  const note = (field: EvidenceField, values: string[]) => {
    versions.set(field, new Set([...(versions.get(field) ?? []), ...values]));
  };
  for (const { agreement } of ranked)
    for (const { field, values } of agreement.conflicts) note(field, values);
  const originals = ranked.filter((unit, i) => ranked.findIndex(({ voice }) => voice === unit.voice) === i);
  const [first] = originals;
  for (const unit of originals.slice(1)) {
    for (const other of originals.slice(0, originals.indexOf(unit))) {
      for (const field of contradictions(other, unit))
        note(field, [...written(other, field), ...written(unit, field)]);
    }
  }
  return first ? [...versions].map(([field, values]) => ({ field, values: [...values] })) : [];
}

function contradictions(a: Unit, b: Unit): EvidenceField[] {
  const fields: EvidenceField[] = [];
  const none = (left: Set<string>, right: Set<string>) =>
    left.size > 0 && right.size > 0 && ![...left].some((x) => right.has(x));
  if (none(a.amounts, b.amounts)) fields.push('amounts');
  if (otherDate(a, b)) fields.push('signedOn');
  if (
    a.period !== '' &&
    b.period !== '' &&
    a.period !== b.period &&
    a.period.endsWith('y') === b.period.endsWith('y')
  ) {
    fields.push('period');
  }
  if (otherPlace(a, b)) fields.push('place');
  return fields;
}

function otherDate(a: Unit, b: Unit): boolean {
  return a.window.kind === 'day' && b.window.kind === 'day' && a.window.from !== b.window.from;
}

function otherPlace(a: Unit, b: Unit): boolean {
  const [x, y] = [a.agreement.place, b.agreement.place];
  if (!x || !y || isHan(x) !== isHan(y) || plainKey(x).length < 2 || plainKey(y).length < 2) return false;
  return a.place !== b.place && !a.place.includes(b.place) && !b.place.includes(a.place);
}

function written({ agreement }: Unit, field: EvidenceField): string[] {
  if (field === 'amounts') return agreement.amounts.map(({ asWritten }) => asWritten);
  if (field === 'period') return agreement.period ? [agreement.period.asWritten] : [];
  if (field === 'place') return agreement.place ? [agreement.place] : [];
  if (field === 'signedOn') return agreement.signedOn ? [agreement.signedOn.date] : [];
  return [];
}
