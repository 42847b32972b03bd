/**
 * Deals: acts that speak of one signing, brought together, each with its parties.
 *
 * Two acts are one deal when they share a company and no government of theirs contradicts (another region or city).
 * An act that says 分别 or "respectively" is as many deals as it has companies, or governments with one company.
 */
import type { Act } from './acts.ts';
import type { Findings } from './findings.ts';
import type { CompanyMention, GovernmentMention } from './names/mentions.ts';
import type { Parties } from './sides/sides.ts';
import { within } from './within.ts';

export interface Deal {
  acts: Act[];
  /** Later words on the signing that name no party: they may tell when and where. */
  echoes: Act[];
  governments: GovernmentMention[];
  companies: CompanyMention[];
  circle: Parties['circle'];
}

/** More signings than this in one article are a list of headlines; the first are enough. */
const MOST_DEALS = 20;
const RANK = { clause: 0, sentence: 1, neighbour: 2 } as const;

export function deals(
  findings: Findings,
  signed: readonly { act: Act; parties: Parties }[],
  silent: readonly Act[],
): Deal[] {
  const found: Deal[] = [];
  const sorted = [...signed].sort(
    (a, b) =>
      RANK[a.parties.circle] - RANK[b.parties.circle] ||
      Number(a.act.inTitle) - Number(b.act.inTitle) ||
      a.act.cue.start - b.act.cue.start,
  );
  for (const { act, parties } of sorted) {
    const same = found.find((deal) => isSame(deal, parties));
    if (same) join(same, act, parties);
    // What borrows a party from its neighbours opens a deal only where nothing names both itself.
    else if (found.length >= MOST_DEALS) break;
    else if (parties.circle !== 'neighbour' || found.length === 0)
      found.push(...apart(findings, { ...parties, acts: [act], echoes: [] }));
  }
  const [only, second] = found;
  if (only && !second) only.echoes.push(...silent);
  return found.slice(0, MOST_DEALS);
}

function isSame(deal: Deal, { companies, governments }: Parties): boolean {
  if (!companies.some(({ canonical }) => deal.companies.some((one) => one.canonical === canonical)))
    return false;
  return governments.every((a) => deal.governments.some((b) => agree(a, b)));
}

/** No contradiction: one of them names no place, or one lies inside the other. */
function agree(a: GovernmentMention, b: GovernmentMention): boolean {
  if (!a.place || !b.place) return true;
  if (a.place.region !== b.place.region) return false;
  return a.place.city === b.place.city || a.place.city === null || b.place.city === null;
}

function join(deal: Deal, act: Act, parties: Parties): void {
  deal.acts.push(act);
  // What a title or a neighbour adds is too loose to bring in a party of its own.
  if (parties.circle !== 'clause') return;
  for (const company of parties.companies) {
    if (!deal.companies.some(({ canonical }) => canonical === company.canonical))
      deal.companies.push(company);
  }
}

function apart(findings: Findings, deal: Deal): Deal[] {
  const [act] = deal.acts;
  if (!act) return [];
  const several = within(findings.cues.scene, act.sentence.start, act.sentence.end).some(({ classes }) =>
    classes.includes('several'),
  );
  const names = new Set(deal.companies.map(({ canonical }) => canonical));
  if (!several) return [deal];
  if (names.size > 1) {
    return [...names].map((name) => ({
      ...deal,
      acts: [act],
      companies: deal.companies.filter(({ canonical }) => canonical === name),
    }));
  }
  const regions = new Set(deal.governments.map(({ place }) => place?.name ?? ''));
  if (regions.size < 2) return [deal];
  return [...regions].map((name) => ({
    ...deal,
    acts: [act],
    governments: deal.governments.filter(({ place }) => (place?.name ?? '') === name),
  }));
}
