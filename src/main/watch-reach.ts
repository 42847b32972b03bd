/** Says so, once, when none of the configured sources can be reached: most often the machine is offline. */
import type { Queries } from '../domain/queries.ts';

const LOOK_MS = 5_000;
/** After this the first round is over, whatever it brought. */
const LONGEST_MS = 10 * 60_000;
const UNREACHED = new Set(['network', 'timeout', 'robots_denied']);

/** Looks until every source has been visited once; `say` gets the sentence. Resolves with what ends it. */
export function watchReach(queries: Queries, say: (sentence: string) => void): () => void {
  const started = performance.now();
  const timer = setInterval(async () => {
    const sources = (await queries.sources().catch(() => [])).filter(({ enabled }) => enabled);
    const visited = sources.filter(({ lastOutcome }) => lastOutcome !== null);
    const over = performance.now() - started > LONGEST_MS;
    if (sources.length === 0 || (visited.length < sources.length && !over)) return;
    clearInterval(timer);
    if (visited.length > 0 && visited.every(({ lastOutcome }) => UNREACHED.has(lastOutcome ?? ''))) {
      say(unreachable(sources.length));
    }
  }, LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
}

function unreachable(sources: number): string {
  const which = sources === 1 ? 'The one source' : `None of the ${sources} sources`;
  const verb = sources === 1 ? 'cannot be reached' : 'can be reached';
  return `${which} ${verb}: is this machine online? "source list" names each reason; "npm run demo" shows Pactwire at work without a network.`;
}
