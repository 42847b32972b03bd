/** Parties of a signing that names none: those who are told to have watched it, each for their own. */
import type { Act } from '../acts.ts';
import type { Findings } from '../findings.ts';
import { within } from '../within.ts';
import { isWhole, type Parties } from './sides.ts';

const HAN = /\p{Script=Han}/u;

const ITS_CHIEF =
  /\bthe (?:company|firm|operator|group)'s (?:president|chairman|chairwoman|ceo|chief|head|general)/;

/**
 * "China Unicom's president and Hebei governor Li attended the signing": nobody else is named, so the two who watch
 * watch their own. Only when both sides stand before the same word of attending.
 */
export function fromAttending(findings: Findings, act: Act): Parties | null {
  const { cue, sentence } = act;
  const { read, cues, companies, governments } = findings;
  if (HAN.test(read.text[cue.start] ?? '')) return fromHanAttending(findings, act);
  const word = within(cues.mood, sentence.start, cue.start).find(({ classes }) => classes.includes('attend'));
  if (!word) return null;
  const inside = within(companies, sentence.start, sentence.end);
  const named = inside.filter(({ kind, end }) => kind === 'ict' && end <= word.start);
  if (inside.length > named.length) return null;
  const chief = ITS_CHIEF.test(read.lower.slice(sentence.start, word.start));
  const last = chief
    ? companies.findLast(({ listed, kind, end }) => listed && kind === 'ict' && end <= sentence.start)
    : undefined;
  const watching = within(governments, sentence.start, word.start);
  if (watching.some(({ kind }) => kind === 'national')) return null;
  const leaders = watching.filter(({ kind }) => kind === 'official');
  const [first] = leaders.length > 0 ? watching.filter(({ place }) => place !== null) : [];
  const sides = { governments: first ? [first] : [], companies: last ? [last] : named.slice(0, 1) };
  return isWhole(sides) ? { ...sides, circle: 'neighbour' } : null;
}

const OF_OTHERS = /大学|学院|学校|校企|银行|医院|信用社|保险/u;

/**
 * 合作协议签约仪式在长沙举行,省水利厅副厅长、中国联通湖南分公司总经理出席: of a ceremony whose parties are not named, one official
 * and one company's head, side by side, are there for their own.
 */
function fromHanAttending({ read, cues, companies, governments }: Findings, act: Act): Parties | null {
  const { cue, kind, sentence } = act;
  if (kind !== 'ceremony') return null;
  const word = within(cues.mood, cue.end, sentence.end).find(({ classes }) => classes.includes('attend'));
  if (!word) return null;
  if (OF_OTHERS.test(read.text.slice(sentence.start, sentence.end + 60))) return null;
  const houses = within(companies, sentence.start, sentence.end);
  const offices = within(governments, cue.end, word.start).filter(
    ({ kind, place }) => kind !== 'place' && place !== null,
  );
  const [company] = houses;
  const [office] = offices;
  if (houses.length !== 1 || offices.length !== 1 || company?.kind !== 'ict' || !office) return null;
  if (company.start < cue.end || office.kind === 'national') return null;
  const [first, second] = company.start < office.start ? [company, office] : [office, company];
  const between = read.text.slice(first.end, second.start);
  return /^\p{Script=Han}{2,20}[与和、]$/u.test(between)
    ? { governments: [office], companies: [company], circle: 'neighbour' }
    : null;
}
