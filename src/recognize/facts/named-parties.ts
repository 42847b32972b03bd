/** The two sides of a deal as the contract names them: governments with region and city, companies by their ledger name. */
import type { Company, Government } from '../../domain/agreement.ts';
import type { Deal } from '../deals.ts';
import type { Findings } from '../findings.ts';
import type { CompanyMention, GovernmentMention } from '../names/mentions.ts';
import type { PlaceIndex } from '../names/place-index.ts';
import { asWritten, inTitle } from '../reading.ts';
import type { Proof } from './proof.ts';
import { whereabouts } from './whereabouts.ts';

const HAN = /\p{Script=Han}/u;

export function governmentsOf(
  { findings, index }: { findings: Findings; index: PlaceIndex },
  deal: Deal,
  proof: Proof,
): Government[] {
  const listed: Government[] = [];
  for (const mention of named(findings, index, deal.governments)) {
    const { region, place } = whereabouts(findings, index, mention);
    const name = asWritten(findings.read, mention);
    const han = HAN.test(name);
    const city =
      place?.city == null ? null : han ? cityAsWritten(findings, place.city) : (place.english ?? place.city);
    if (
      listed.some(
        (one) => one.name === name || (one.region === region && one.city === city && region !== null),
      )
    )
      continue;
    proof.add('governments', listed.length, mention);
    listed.push({ name, region, city });
  }
  return listed;
}

/** Where only titles sign (常委, 副市长), the government or the place they sign for, if the text names it. */
function named(
  findings: Findings,
  index: PlaceIndex,
  governments: readonly GovernmentMention[],
): readonly GovernmentMention[] {
  const first = governments.find(({ place }) => place !== null) ?? governments[0];
  if (!first || governments.some(({ kind }) => kind !== 'official')) return governments;
  const { region, place } = whereabouts(findings, index, first);
  const fits = ({ place: other }: GovernmentMention): boolean =>
    other !== null && other.region === region && (place === null || other.name === place.name);
  const better =
    findings.governments.find((one) => one.kind === 'organ' && fits(one)) ??
    findings.governments.find((one) => one.kind === 'place' && one.full && fits(one));
  return better ? [better] : governments;
}

/** The city in the script of the text: 南寧 in traditional text, though the tables say 南宁. */
function cityAsWritten({ read }: Findings, city: string): string {
  const at = read.text.indexOf(city);
  return at < 0 ? city : asWritten(read, { start: at, end: at + city.length });
}

export function companiesOf(findings: Findings, deal: Deal, proof: Proof): Company[] {
  const listed: Company[] = [];
  for (const mention of inBodyFirst(findings, deal.companies)) {
    if (listed.some(({ canonical }) => canonical === mention.canonical)) continue;
    proof.add('companies', listed.length, mention);
    listed.push({ name: asWritten(findings.read, mention), canonical: mention.canonical });
  }
  return listed;
}

function inBodyFirst<T extends CompanyMention | GovernmentMention>(
  { read }: Findings,
  mentions: readonly T[],
): T[] {
  return [...mentions].sort((a, b) => Number(inTitle(read, a.start)) - Number(inTitle(read, b.start)));
}
