/**
 * Parties that "the two sides", "the pair" point back to: those of the nearest sentence that names both, of who met, or
 * the nearest company and the nearest government before it.
 */
import type { Stretch } from '../../wording/sentences.ts';
import type { Act } from '../acts.ts';
import type { Findings } from '../findings.ts';
import { type GovernmentMention, isOutright } from '../names/mentions.ts';
import { within } from '../within.ts';
import { areJoined, bothNamed, isWhole, type Parties, type Sides, sidesIn } from './sides.ts';
import { attends } from './standing.ts';

const BOTH =
  /双方|[两三]方|各方|\bthe (?:two|three) (?:sides|parties)\b|\bboth (?:sides|parties)\b|\b(?:signed|inked|sealed|initialled) by both\b|\bthe parties\b|\b(?:city|county|state|province|council|town|region) and (?:company|operator|firm|provider)\b|\bthe (?:two|pair|duo)(?:,| (?:will|have|has|had|also|then|jointly|signed|inked|concluded|agreed|entered|sealed)\b)/;

/** How far back "the two sides" may point, in sentences. */
const BACK = 12;

/**
 * 会上,双方签署…: both sides were named before. The nearest sentence that names them as parties, else the nearest
 * company and the nearest government; none when two companies were the last that stood together.
 */
export function fromBefore(
  findings: Findings,
  act: Act,
  { have, acts }: { have: Sides; acts: readonly Act[] },
): Parties | null {
  const { read } = findings;
  if (act.inTitle || !BOTH.test(read.lower.slice(act.sentence.start, act.sentence.end))) return null;
  if (have.companies.length > 0 && have.governments.length > 0) return null;
  if (have.governments.length === 0 && acts.some((one) => isBetweenCompanies(findings, one))) return null;
  const met = fromMeeting(findings, act);
  if (met) return met;
  let { governments, companies } = have;
  const own = spokenOfBefore(findings, act, have);
  if (own) return own;
  for (let index = act.sentenceIndex - 1; index >= Math.max(0, act.sentenceIndex - BACK); index--) {
    const sentence = read.sentences[index];
    if (!sentence || isUndone(acts, sentence)) continue;
    const sides = sidesIn(findings, { ...act, sentence, clause: sentence }, sentence);
    if (isWhole(sides)) return { ...sides, circle: 'neighbour' };
    const hosts = metEachOther(findings, sentence);
    if (hosts) return hosts;
    if (companies.length === 0 && bothNamed(findings, sentence)) return null;
    if (companies.length === 0)
      companies = nearestOf(
        within(findings.companies, sentence.start, sentence.end).filter(({ listed }) => listed),
      );
    if (governments.length === 0)
      governments = nearestOf(
        within(findings.governments, sentence.start, sentence.end).filter(
          (one) =>
            isOutright(one) &&
            !isBearer(findings, one) &&
            !attends(findings, { ...act, sentence, clause: sentence }, one),
        ),
      );
  }
  if (governments.length === 0) governments = nearestOf(inDocument(findings, act));
  return isWhole({ governments, companies }) ? { governments, companies, circle: 'neighbour' } : null;
}

/** 省委书记会见中国联通董事长,会见后双方签署…: those who met in the same sentence, each for their own. */
function fromMeeting({ read, companies, governments }: Findings, { cue, sentence }: Act): Parties | null {
  const meeting = /会见|会谈|座谈|拜会/u.exec(read.text.slice(sentence.start, cue.start));
  if (!meeting) return null;
  const named = within(companies, sentence.start, cue.start).filter(({ kind }) => kind === 'ict');
  const [company] = named;
  const all = within(governments, sentence.start, cue.start);
  const [first] = all.filter(
    ({ kind, place }) => kind !== 'national' && (place !== null || kind !== 'official'),
  );
  if (!company || !first || named.some(({ canonical }) => canonical !== company.canonical)) return null;
  return { governments: [first], companies: [company], circle: 'neighbour' };
}

/** "Mayor Zhang met with the general manager of China Unicom … the two sides signed": one of each in a sentence of a meeting. */
function metEachOther({ read, companies, governments }: Findings, { start, end }: Stretch): Parties | null {
  if (!/\b(?:met|meets|meeting|talks|received|hosted)\b/.test(read.lower.slice(start, end))) return null;
  const named = within(companies, start, end).filter(({ kind }) => kind === 'ict');
  const [company] = named;
  const [official] = within(governments, start, end).filter(({ kind }) => kind === 'official');
  if (!company || !official || named.some(({ canonical }) => canonical !== company.canonical)) return null;
  return { governments: [official], companies: [company], circle: 'neighbour' };
}

/** "China Mobile will come to Qinghai, by the document the two sides signed": one of each before the act in its sentence. */
function spokenOfBefore(
  { read, companies, governments }: Findings,
  { cue, sentence }: Act,
  have: Sides,
): Parties | null {
  if (!/^\p{Script=Latin}/u.test(read.text.slice(cue.start))) return null;
  const named = within(companies, sentence.start, cue.start).filter(({ kind }) => kind !== 'other');
  const places = within(governments, sentence.start, cue.start);
  if (
    places.some(({ kind }) => kind === 'national') ||
    new Set(named.map(({ canonical }) => canonical)).size > 1
  )
    return null;
  const regions = new Set(places.map(({ place }) => place?.region ?? ''));
  const [company] = have.companies.length > 0 ? have.companies : named;
  const [first] =
    have.governments.length > 0 ? have.governments : places.filter(({ kind }) => kind !== 'official');
  if (company?.kind !== 'ict' || !first || regions.size > 1) return null;
  return { governments: [first], companies: [company], circle: 'neighbour' };
}

/** 湖北省 in 湖北省副省长: a part of somebody's title. */
function isBearer({ governments }: Findings, { end }: Stretch): boolean {
  return within(governments, end, end + 2).some(({ kind }) => kind === 'official');
}

function nearestOf<T>(mentions: readonly T[]): T[] {
  return mentions.slice(-1);
}

/** 《莲都区数字乡村合作协议》: the place that the document is about. */
function inDocument({ read, governments }: Findings, { sentence }: Act): GovernmentMention[] {
  return within(governments, sentence.start, sentence.end).filter(
    (one) =>
      one.kind === 'place' &&
      one.full &&
      /[《“][^》”]{0,4}$/u.test(read.text.slice(one.start - 6, one.start)),
  );
}

/** 招商局集团与中国移动签署, in title or lead: what names nobody further down is about these two. */
export function isBetweenCompanies(
  { read, companies }: Findings,
  { inTitle: title, sentenceIndex, clause }: Act,
): boolean {
  return (
    (title || sentenceIndex <= read.lead) && areJoined(read.text, within(companies, clause.start, clause.end))
  );
}

/** A sentence whose own signings have not happened lends its parties to none. */
export function isUndone(acts: readonly Act[], sentence: Stretch): boolean {
  const own = acts.filter((act) => act.sentence === sentence);
  return (
    own.length > 0 && own.every(({ mood }) => mood === 'future' || mood === 'negated' || mood === 'denied')
  );
}
