/**
 * The verdict on one article, with a score and the reasons in plain words.
 *
 * Every act that happened and has a regional government on one side and an ICT company on the other is weighed by
 * how firmly both are named and how near; the heaviest decides. Background, future, negated and denied acts explain
 * why it is no agreement.
 */
import type { Verdict } from '../domain/report.ts';
import type { Act } from './acts.ts';
import type { Findings } from './findings.ts';
import { partiesOf } from './parties.ts';
import type { Parties } from './sides.ts';
import { within } from './within.ts';

export interface Weighed {
  act: Act;
  parties: Parties | null;
  score: number;
  reason: string;
}

export interface Judgement {
  verdict: Verdict;
  score: number;
  reasons: string[];
  /** Acts from 0.5 on, with their parties. */
  signed: { act: Act; parties: Parties }[];
  /** Acts that happened and name no party. */
  silent: Act[];
}

export function judge(findings: Findings, acts: readonly Act[]): Judgement {
  const lead = acts.filter(({ inTitle, mood }) => inTitle && mood === 'done').length > 0;
  const weighed = acts.map((act) => weigh(findings, act, { lead, acts })).sort((a, b) => b.score - a.score);
  const best = weighed[0];
  if (!best)
    return {
      verdict: 'none',
      score: 0,
      reasons: ['nothing in the text says that anything was signed or concluded'],
      signed: [],
      silent: [],
    };
  const denied = acts.some(({ mood }) => mood === 'denied') || isDeniedInTitle(findings);
  const signed = weighed.flatMap(({ act, parties, score }) =>
    parties && score >= 0.5 ? [{ act, parties }] : [],
  );
  const silent = weighed
    .filter(
      ({ act, parties, score }) =>
        act.mood === 'done' && (!parties || (score < 0.5 && parties.circle === 'neighbour')),
    )
    .map(({ act }) => act);
  const reasons = [...new Set(weighed.slice(0, 4).map(({ reason }) => reason))];
  if (denied)
    return {
      verdict: 'none',
      score: 0.1,
      reasons: [...reasons, 'the text denies the signing'],
      signed: [],
      silent: [],
    };
  if (signed.length > 0) return { verdict: 'agreement', score: best.score, reasons, signed, silent };
  const background = weighed.some(
    ({ parties, act }) => parties && (act.mood === 'earlier' || act.mood === 'done'),
  );
  return { verdict: background ? 'progress' : 'none', score: best.score, reasons, signed: [], silent: [] };
}

/** "Contract for cameras a hoax": the headline denies the document the text tells of. */
function isDeniedInTitle({ read, cues }: Findings): boolean {
  const told = within(cues.mood, 0, read.bodyStart).some(({ classes }) => classes.includes('denied'));
  return (
    told && within(cues.document, 0, read.bodyStart).length + within(cues.act, 0, read.bodyStart).length > 0
  );
}

function weigh(
  findings: Findings,
  act: Act,
  { lead, acts }: { lead: boolean; acts: readonly Act[] },
): Weighed {
  const quote = findings.read.text.slice(act.cue.start, act.cue.end);
  const parties = partiesOf(findings, act, acts);
  const no = (score: number, reason: string): Weighed => ({
    act,
    parties,
    score,
    reason: `“${quote}”: ${reason}`,
  });
  if (act.mood !== 'done') {
    const words = act.moodCue ? findings.read.text.slice(act.moodCue.start, act.moodCue.end) : '';
    return no(parties ? 0.3 : 0.1, `${MOOD[act.mood]} (“${words}”)`);
  }
  if (!parties) return no(0.15, missing(findings, act));
  const score = firmness(findings, act, parties, lead);
  const who = `${name(findings, parties.governments[0])} and ${name(findings, parties.companies[0])}`;
  if (score < 0.5)
    return no(
      score,
      `${who} are named, but the signing is a side remark or not about information technology`,
    );
  return no(score, `${who} ${PLACE[parties.circle]}`);
}

const MOOD = {
  done: 'done',
  future: 'has not happened yet',
  negated: 'is negated',
  denied: 'is denied',
  earlier: 'is an earlier signing, told as background',
} as const;

const PLACE = {
  clause: 'stand beside it as its parties',
  sentence: 'are its parties in the same sentence',
  neighbour: 'are its parties by the sentences around it',
} as const;

function missing({ governments, companies }: Findings, act: Act): string {
  const { start, end } = act.sentence;
  const national = within(governments, start, end).some(({ kind }) => kind === 'national');
  const organ = within(governments, start, end).some(({ kind }) => kind === 'organ' || kind === 'generic');
  const company = within(companies, start, end).some(({ kind }) => kind === 'ict');
  if (national && !organ) return 'a national body signs, no regional government';
  if (organ && !company) return 'a government signs, but no ICT company beside it';
  if (company && !organ) return 'a company signs, but no regional government beside it';
  return 'no government and ICT company beside it as parties';
}

function name({ read }: Findings, mention: { start: number; end: number } | undefined): string {
  return mention ? read.text.slice(mention.start, mention.end) : '?';
}

const BASE = { organ: 0.92, generic: 0.86, place: 0.8, official: 0.66, national: 0 } as const;

function firmness(findings: Findings, act: Act, parties: Parties, lead: boolean): number {
  const best = Math.max(...parties.governments.map(({ kind }) => BASE[kind]));
  let score = best;
  if (parties.circle === 'sentence') score -= 0.05;
  if (parties.circle === 'neighbour') score -= 0.15;
  if (act.kind === 'ceremony' && !act.document) score -= 0.05;
  // In the lead a document named with both parties is the news; further down it is a reference.
  if (isReference(findings, act)) score -= isLead(findings, act) && !isUnder(findings, act) ? 0.35 : 0.45;
  if (isNounModifier(findings, act)) score -= 0.45;
  if (!parties.companies.some(({ kind }) => kind === 'ict')) score -= spokenOf(findings, act) ? 0.2 : 0.5;
  if ((!lead && isSideRemark(findings, act)) || isBesideOthers(findings, act)) score -= 0.5;
  return Math.max(0, Math.min(1, Math.round(score * 100) / 100));
}

function isLead({ read }: Findings, act: Act): boolean {
  const first = read.lead;
  return act.sentenceIndex <= first;
}

/** "under its agreement with": a document named in passing, outside the headline. */
function isReference({ read }: Findings, act: Act): boolean {
  return (
    !act.inTitle &&
    act.kind === 'ceremony' &&
    / (?:with|between)$/.test(read.lower.slice(act.cue.start, act.cue.end)) &&
    !isFreshNews(read.lower, act)
  );
}

/** "With a new 10-year agreement between A and B, announced on Tuesday, …". */
function isFreshNews(lower: string, { cue, sentence }: Act): boolean {
  return (
    /\b(?:a|the|its|their) new (?:[\w-]+ ){0,2}$/.test(lower.slice(sentence.start, cue.start)) &&
    /, (?:which was )?(?:announced|unveiled|signed|finali[sz]ed|disclosed|reached|concluded|made public) (?:on |late |earlier )?(?:today|yesterday|here|this|(?:mon|tues|wednes|thurs|fri|satur|sun)day)/.test(
      lower.slice(cue.end, sentence.end),
    )
  );
}

/** "pilots trained under an agreement between": behind the beginning of its sentence, only the ground of other news. */
function isUnder({ read }: Findings, { cue, sentence }: Act): boolean {
  const before = read.lower.slice(sentence.start, cue.start);
  return (
    before.length > 20 &&
    /\b(?:under|following|in line with|part of|thanks to|based on|result of|outcome of|fruit of|product of|because of) (?:an?|the|its|their) (?:[\w-]+ ){0,3}$/.test(
      before,
    )
  );
}

/** 龙岗区与中国电信签约的运维项目: behind the lead, a signing that only says which project is meant. */
function isNounModifier(findings: Findings, act: Act): boolean {
  const { text } = findings.read;
  return (
    !act.inTitle &&
    text[act.cue.end] === '的' &&
    !isLead(findings, act) &&
    !/现场|此次|这次|本次|今[天日]|[昨当]日|\d日/u.test(text.slice(act.clause.start, act.cue.start))
  );
}

/** A topic of information technology in the sentence of the act. */
function spokenOf({ topics, read }: Findings, act: Act): boolean {
  const { start, end } = act.sentence;
  if (within(topics, start, end).some((word) => word.topics.length > 0)) return true;
  // “智慧临安”项目.
  return /[“"]智慧\p{Script=Han}{2,4}[”"]/u.test(read.text.slice(start, end));
}

/** "At the ceremony, the tech giant and the city also signed": a part of the event that the article is about. */
const AT_THE_EVENT =
  /^(?:at|during|after|on the sidelines of) the (?:[a-z-]+ ){0,2}(?:ceremony|event|meeting|talks|visit|forum)\b/;

/** "also signed" behind other news, or a signing without a day of its own far below a lead about a launch. */
function isSideRemark({ cues, read }: Findings, act: Act): boolean {
  const first = read.lead;
  if (act.sentenceIndex <= first) return false;
  const { start, end } = act.sentence;
  const also = within(cues.mood, start, end).some(
    (word) => word.classes.includes('also_signed') && word.start <= act.cue.start && act.cue.start < end,
  );
  if (also) return !AT_THE_EVENT.test(read.lower.slice(start, act.cue.start));
  // "Unicom, which had this month also renewed its accord with Jilin, expects": said of somebody by the way.
  if (/, (?:which|who)(?: [a-z]+){0,5} $/.test(read.lower.slice(start, act.cue.start))) return true;
  const lead = { start: 0, end: read.sentences[first + 1]?.end ?? 0 };
  if (act.cue.start < lead.end) return false;
  const told = [...cues.document, ...cues.act].some((word) => word.start < lead.end && !isLaunch(word, cues));
  const launch = within(cues.scene, lead.start, lead.end).some(({ classes }) =>
    classes.includes('other_news'),
  );
  // "The state recently announced an agreement with several providers": at the end of other news.
  if (!told && /^announce/.test(read.lower.slice(act.cue.start, act.cue.end))) return true;
  return launch && !told;
}

/** 市政府与农业银行签约 in title and lead, and an ICT company's agreement at the end: the news is the bank's. */
function isBesideOthers({ companies, cues, read }: Findings, act: Act): boolean {
  const end = read.sentences[Math.max(read.lead, 0)]?.end ?? 0;
  if (act.cue.start < end) return false;
  const head = within(companies, 0, end);
  return head.length > 0 && head.every(({ kind }) => kind === 'other') && within(cues.act, 0, end).length > 0;
}

/** "signed up for the app" is no signing. */
function isLaunch(word: { start: number; end: number }, cues: Findings['cues']): boolean {
  return cues.scene.some(
    (one) => one.classes.includes('other_news') && one.start <= word.start && word.start < one.end,
  );
}
