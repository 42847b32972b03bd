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
import { firmness } from './firmness.ts';
import { partiesOf } from './sides/parties.ts';
import type { Parties } from './sides/sides.ts';
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
  const dropped =
    acts.some(({ mood, inTitle: title }) => title && mood === 'negated') ||
    /\b(?:set aside|quash(?:es)?|nullif(?:y|ies)|annuls?|void)\b/.test(
      findings.read.lower.slice(0, findings.read.bodyStart),
    );
  const denied = acts.some(({ mood }) => mood === 'denied') || isDeniedInTitle(findings);
  // "City and Y sign in September", and below it "will sign in September": the headline is short for it.
  const below = weighed.filter(({ act, parties }) => parties && !act.inTitle);
  const ahead =
    below.length > 0 && below.every(({ act: { mood } }) => mood === 'future' || mood === 'negated');
  const signed = weighed.flatMap(({ act, parties, score }) =>
    // "Council cancels its contract with Y": what is spoken of is the contract that ends.
    parties && score >= 0.5 && !(ahead && act.inTitle) && !(dropped && act.kind !== 'sign')
      ? [{ act, parties }]
      : [],
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
