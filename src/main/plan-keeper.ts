/**
 * The fleet's plan for `schedule: auto`, made from what the store remembers of the listings: at the start, and anew each
 * day. Every process makes its own from the same memories, so there is nothing to hand round.
 */

import type { Queries } from '../domain/queries.ts';
import { isSourceKind } from '../domain/source.ts';
import { planFleet } from '../schedule/fleet.ts';
import type { FleetListing, FleetPlan } from '../schedule/fleet-plan.ts';
import { readMemory } from '../schedule/memory.ts';
import type { Config } from '../settings/config.ts';

const DAY_MS = 24 * 3_600_000;
/** Visits a day of a listing when the operator sets no budget. */
const VISITS_A_DAY = 8;

export class PlanKeeper {
  /** Workers remember rhythms by this very object: it stays the same until it is made anew. */
  plan: FleetPlan | null = null;
  readonly #queries: Queries;
  readonly #config: () => Config;
  #timer: NodeJS.Timeout | undefined;

  constructor(queries: Queries, config: () => Config) {
    this.#queries = queries;
    this.#config = config;
  }

  /** Makes the plan now, and again every day; `failed` is told when that does not work, and the old plan stays. */
  async keep(failed: (error: unknown) => void): Promise<void> {
    await this.#make();
    this.#timer = setInterval(() => this.#make().catch(failed), DAY_MS);
    this.#timer.unref();
  }

  async #make(): Promise<void> {
    const { sources, budget } = this.#config();
    const auto = new Set(sources.filter(({ schedule }) => schedule === 'auto').map(({ id }) => id));
    const listings: FleetListing[] = (await this.#queries.sources())
      .filter(({ id, enabled }) => enabled && auto.has(id))
      .flatMap(({ kind, memories }) =>
        isSourceKind(kind) ? memories.map((memory) => ({ kind, memory: readMemory(memory) })) : [],
      );
    if (listings.length === 0) return;
    this.plan = planFleet(listings, budget ?? VISITS_A_DAY * listings.length, { before: this.plan });
  }

  close(): void {
    clearInterval(this.#timer);
  }
}
