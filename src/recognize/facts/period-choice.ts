/**
 * Which of the periods a text names is the agreement's: beside the act or beside the money first, deadlines last,
 * none that stands in a sentence about earlier times.
 */

import type { Act } from '../acts.ts';
import { clauseAt } from '../acts.ts';
import type { Findings } from '../findings.ts';
import { indexAt, within } from '../within.ts';
import type { PeriodMention } from './period-mention.ts';
import { trancheSpan } from './tranches.ts';

const WEIGHT = { plan: 4, years: 5, range: 3, months: 4, term: 4, deadline: 1 } as const;

/** What had ended when the article was written is looked back on. */
function isOver({ to }: PeriodMention, then: number | null): boolean {
  return then !== null && to !== null && to < then;
}

/** The agreement's period; `then` is the year in which it was written of or signed. */
export function choosePeriod(
  findings: Findings,
  acts: readonly Act[],
  allowed: (at: number) => boolean,
  then: number | null,
): PeriodMention | null {
  const scored = findings
    .periods()
    .filter((mention) => allowed(mention.start) && !isOver(mention, then))
    .map((mention) => ({ mention, score: score(findings, acts, mention, then) }))
    .filter(({ score }) => score > 0);
  // Of two spans the longer is the whole, the shorter a phase of it.
  const length = ({ mention }: { mention: PeriodMention }): number =>
    mention.kind === 'range' ? (mention.years ?? 0) : 0;
  const best = scored.sort(
    (a, b) => b.score - a.score || length(b) - length(a) || a.mention.start - b.mention.start,
  )[0]?.mention;
  if (!best) return null;
  if (best.kind === 'range') return trancheSpan(findings.read, best, findings.periods());
  // 未来五年 beside an agreement on the 十三五 is that plan's five years.
  const plan = scored.find(({ mention, score }) => mention.kind === 'plan' && score >= 6)?.mention;
  if (best.kind === 'years' && best.years === 5 && plan) return { ...best, from: plan.from, to: plan.to };
  // "in three years … from 2009 to 2011": the span fills in the number.
  const span = scored.find(
    ({ mention }) => mention.kind === 'range' && mention.years === best.years,
  )?.mention;
  return span && best.from === null ? { ...best, from: span.from, to: span.to } : best;
}

function score(
  { read, cues }: Findings,
  acts: readonly Act[],
  mention: PeriodMention,
  then: number | null,
): number {
  const index = indexAt(read.sentences, mention.start);
  const sentence = read.sentences[index];
  if (!sentence || mention.end > sentence.end) return 0;
  const clause = clauseAt(read.text, sentence, mention.start);
  // 到2019年底前累计投入 is still to come when it is written in 2015.
  const ahead = mention.ahead || (then !== null && mention.to !== null && mention.to > then);
  const has = (group: 'money' | 'mood' | 'spent', name: string): boolean =>
    within(cues[group], clause.start, clause.end).some(({ classes }) => (classes as string[]).includes(name));
  if (has('mood', 'earlier') && !ahead && !mention.own && !acts.some((act) => act.sentence === sentence))
    return 0;
  let points: number = WEIGHT[mention.kind] + (mention.own ? 2 : 0);
  if (acts.some((act) => act.sentenceIndex === index)) points += 3;
  else if (acts.some((act) => Math.abs(act.sentenceIndex - index) === 1)) points += 1;
  if (has('money', 'invest')) points += 3;
  if (has('spent', 'spent') && !ahead) points -= 3;
  if (mention.kind === 'deadline' && acts.every((act) => Math.abs(act.sentenceIndex - index) > 3)) points = 0;
  return points;
}
