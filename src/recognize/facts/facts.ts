/**
 * The facts of one deal as the contract wants them (design 5.3), each value with the words that prove it.
 */
import type { Agreement, Conflict } from '../../domain/agreement.ts';
import type { Stretch } from '../../wording/sentences.ts';
import type { Act } from '../acts.ts';
import type { Dateline } from '../days/dateline.ts';
import { type Signing, signingDate } from '../days/signing-date.ts';
import type { Deal } from '../deals.ts';
import { inOneItem } from '../digest.ts';
import type { Findings } from '../findings.ts';
import type { PlaceIndex } from '../names/place-index.ts';
import { asWritten, inTitle } from '../reading.ts';
import { indexAt, within } from '../within.ts';
import { type AgreedAmount, agreedAmounts, contradictions } from './amounts.ts';
import { documentName } from './document-name.ts';
import { companiesOf, governmentsOf } from './named-parties.ts';
import { asPeriod } from './period.ts';
import { choosePeriod } from './period-choice.ts';
import { Proof } from './proof.ts';
import { signingPlace } from './signing-place.ts';
import { sentenceStart, toldIn, topicsOf } from './topic-choice.ts';

export interface Scope {
  findings: Findings;
  index: PlaceIndex;
  line: Dateline;
  /** Every act of the article, for telling background from news. */
  acts: readonly Act[];
  deals: readonly Deal[];
  /** The items of a digest, if it is one. */
  items: readonly Stretch[];
}

export function agreementOf(scope: Scope, deal: Deal): Agreement {
  const { findings } = scope;
  const proof = new Proof(findings);
  const governments = governmentsOf(scope, deal, proof);
  const companies = companiesOf(findings, deal, proof);
  const lead = leadAct(deal);
  const document = documentOf(findings, deal, proof);
  proof.add('status', 0, lead.cue);
  const dates = datesOf(scope, deal);
  const signed = dates[0] ?? null;
  if (signed) proof.add('signedOn', 0, signed.at);
  const place = signingPlace(
    findings,
    [...deal.acts, ...deal.echoes],
    governments.map(({ region }) => region),
  );
  if (place) proof.add('place', 0, place);
  const allowed = (at: number): boolean => concerns(scope, deal, at);
  const named = governments.length === 1 ? (governments[0]?.name ?? null) : null;
  const amounts = amountsOf(scope, { deal, government: named }, allowed);
  for (const [index, { money }] of amounts.entries()) proof.add('amounts', index, money);
  const told = toldIn(findings, deal, allowed);
  const topics = topicsOf(scope, told);
  for (const [index, { at }] of topics.entries()) proof.add('topics', index, at);
  const near = (at: number): boolean => allowed(at) && told.has(sentenceStart(findings, at));
  const then = scope.line.base?.year ?? yearOf(signed?.date);
  const period =
    choosePeriod(findings, deal.acts, near, then) ?? choosePeriod(findings, deal.acts, allowed, then);
  if (period) proof.add('period', 0, period);
  return {
    governments,
    companies,
    document,
    status: statusOf(findings, lead),
    signedOn: signed && { date: signed.date, precision: signed.precision },
    place: place?.name ?? null,
    amounts: amounts.map(({ money, currency, payer }) => ({
      value: money.value,
      currency,
      asWritten: asWritten(findings.read, money),
      payer,
      ...(money.bound ? { bound: money.bound } : {}),
    })),
    period: period && asPeriod(period, asWritten(findings.read, period)),
    topics: topics.map(({ topic }) => topic),
    conflicts: conflictsOf(findings, amounts, dates),
    evidence: proof.list,
  };
}

/** The act that tells most: outside the title, with a document, first in the text. */
function leadAct({ acts }: Deal): Act {
  const [first] = acts;
  if (!first) throw new RangeError('a deal without an act');
  return acts.find((act) => !act.inTitle && act.document) ?? acts.find((act) => !act.inTitle) ?? first;
}

function documentOf(findings: Findings, deal: Deal, proof: Proof): string | null {
  const acts = [...deal.acts].sort((a, b) => Number(a.inTitle) - Number(b.inTitle));
  for (const act of acts) {
    const name = documentName(findings, act);
    if (!name || name.end <= name.start) continue;
    proof.add('document', 0, name);
    return asWritten(findings.read, name);
  }
  return null;
}

function datesOf({ findings, line }: Scope, deal: Deal): Signing[] {
  return [...deal.acts, ...deal.echoes]
    .map((act) => signingDate(findings, act, line, deal.governments))
    .filter((date) => date !== null)
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        Number(inTitle(findings.read, a.at.start)) - Number(inTitle(findings.read, b.at.start)),
    );
}

/** Whether a sentence speaks of this deal: not of an earlier signing, not of another deal alone. */
function concerns({ findings, acts, deals, items }: Scope, deal: Deal, at: number): boolean {
  if (isInAnotherItem(deal, items, at)) return false;
  const here = acts.filter(({ sentence }) => sentence.start <= at && at < sentence.end);
  if (here.length === 0) return !continuesBackground({ findings, acts }, deal, at);
  if (here.some((act) => deal.acts.includes(act))) return true;
  if (here.every(({ mood }) => mood === 'earlier' || mood === 'denied' || mood === 'negated')) return false;
  const others = deals.filter((other) => other !== deal && here.some((act) => other.acts.includes(act)));
  const named = within(findings.companies, here[0]?.sentence.start ?? at, here[0]?.sentence.end ?? at);
  return (
    others.length === 0 ||
    named.some(({ canonical }) => deal.companies.some((one) => one.canonical === canonical))
  );
}

/** In a digest, an item without an act of the deal; only where the deal's item names its company too. */
function isInAnotherItem({ acts, echoes, companies }: Deal, items: readonly Stretch[], at: number): boolean {
  if (items.length === 0) return false;
  const whole = acts.some(({ cue }) => companies.some(({ start }) => inOneItem(items, cue.start, start)));
  return whole && ![...acts, ...echoes].some(({ cue }) => inOneItem(items, cue.start, at));
}

function yearOf(date: string | undefined): number | null {
  return date === undefined ? null : Number(date.slice(0, 4));
}

/** The sentence goes on with an earlier signing told right before it, and names no company of this deal. */
function continuesBackground(
  { findings, acts }: Pick<Scope, 'findings' | 'acts'>,
  deal: Deal,
  at: number,
): boolean {
  const { sentences } = findings.read;
  const index = indexAt(sentences, at);
  const last = acts.findLast(({ sentenceIndex }) => sentenceIndex < index);
  if (last?.mood !== 'earlier' || last.sentenceIndex !== index - 1) return false;
  const named = within(findings.companies, sentences[index]?.start ?? at, sentences[index]?.end ?? at);
  return !named.some(({ canonical }) => deal.companies.some((one) => one.canonical === canonical));
}

function amountsOf(
  { findings, deals }: Scope,
  { deal, government }: { deal: Deal; government: string | null },
  allowed: (at: number) => boolean,
): AgreedAmount[] {
  const own = new Set(deal.companies.map(({ canonical }) => canonical));
  const others = new Set(deals.flatMap(({ companies }) => companies.map(({ canonical }) => canonical)));
  return agreedAmounts(findings, { acts: deal.acts, own: [...own], government }, allowed).filter(
    ({ payer, money }) =>
      payer === null ||
      own.has(payer) ||
      !(others.has(payer) || isOfAnother(findings, own, money.start, payer)),
  );
}

/** "China Telecom agreed in June to spend 2.5 billion": a sentence about a company that is no party, and about none that is. */
function isOfAnother(findings: Findings, own: ReadonlySet<string>, at: number, payer: string): boolean {
  const { read, companies } = findings;
  const sentence = read.sentences[indexAt(read.sentences, at)];
  if (!sentence) return false;
  const named = within(companies, sentence.start, sentence.end);
  return (
    named.some(({ canonical, kind, listed }) => canonical === payer && kind === 'ict' && listed) &&
    !named.some(({ canonical }) => own.has(canonical))
  );
}

function statusOf(findings: Findings, act: Act): Agreement['status'] {
  const scene = within(findings.cues.scene, act.clause.start, act.clause.end);
  if (
    scene.some(
      ({ classes, start, end }) =>
        classes.includes('renewed') && start < act.cue.end && end > act.cue.start - 4,
    )
  )
    return 'renewed';
  return act.kind === 'reach' ? 'concluded' : 'signed';
}

function conflictsOf(
  findings: Findings,
  amounts: readonly AgreedAmount[],
  dates: readonly Signing[],
): Conflict[] {
  const conflicts: Conflict[] = [];
  const sums = contradictions(amounts);
  if (sums.length > 0)
    conflicts.push({ field: 'amounts', values: sums.map(({ money }) => asWritten(findings.read, money)) });
  const told = dates.filter((date) => date.told && date.precision === 'day');
  if (new Set(told.map(({ date }) => date)).size > 1) {
    conflicts.push({
      field: 'signedOn',
      values: [...new Set(told.map(({ at }) => asWritten(findings.read, at)))],
    });
  }
  return conflicts;
}
