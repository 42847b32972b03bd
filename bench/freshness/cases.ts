/** The cases of the bench: which policies run in which world, at which cost, and what is said of each. */
import { runFleet } from './fleet.ts';
import { closedForm, type Figures, measure, spending, type Visits } from './measure.ts';
import { optimum } from './optimum.ts';
import { atBudget, POLICIES } from './policies.ts';
import { LISTING_LENGTH, makeWorld, WORLDS, type World, type WorldName, withBursts } from './world.ts';

export interface Case {
  name: string;
  world: WorldName;
  /** Visits a source and week. */
  budget: number;
  /** Articles that a tenth of the sources publish within one hour, besides; 0: none. */
  burst: number;
}

const BUDGETS = [28, 56];

export const CASES: Case[] = [
  ...WORLDS.flatMap((world) =>
    BUDGETS.map((budget) => ({ name: `${world}@${budget}`, world, budget, burst: 0 })),
  ),
  { name: 'burst@56', world: 'poisson', budget: 56, burst: 25 * LISTING_LENGTH },
];

/** Another number of sources, or another draw of chance, than the bench's own. */
export interface Size {
  sources?: number;
  seed?: number;
}

export interface Row {
  subject: string;
  figures: Figures;
}

/** What theory promises the optimum of a case, in hours; see `closedForm`. */
export function promised(each: Case, size: Size = {}): number {
  return closedForm(makeWorld(each.world, size), each.budget);
}

/** Runs a case; rows come as they are done, uniform first and Pactwire last. `size` is for a small run, or another. */
export function* runCase(each: Case, size: Size = {}): Generator<Row> {
  const plain = makeWorld(each.world, size);
  const world = each.burst > 0 ? withBursts(plain, each.burst) : plain;
  const subjects = each.burst > 0 ? ['uniform'] : [...Object.keys(POLICIES), 'optimum'];
  for (const subject of subjects)
    yield { subject, figures: measure(world, peer(subject, world, each.budget)) };
  yield { subject: 'pactwire', figures: measure(world, ours(world, each.budget)) };
}

function peer(subject: string, world: World, budget: number): Visits[] {
  const policy = POLICIES[subject] ?? optimum;
  // Uniform's factor is known; the others begin where an average source would spend its share.
  const first = subject === 'optimum' ? budget ** 2 / 1e5 : budget / 168;
  return atBudget(
    (factor) => policy(world, factor),
    (visits) => spending(world, visits),
    { budget, first },
  );
}

/** The product is told its budget; a second run and a third make up for what it spent beside it. */
function ours(world: World, budget: number): Visits[] {
  const perDay = (budget * world.sources.length) / 7;
  return atBudget(
    (factor) => runFleet(world, perDay * factor),
    (visits) => spending(world, visits),
    { budget, first: 1, rounds: 3 },
  );
}
