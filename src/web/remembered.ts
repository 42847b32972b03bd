/** An answer that is good for a while: asked for once, however many want it. Failures are not remembered. */
export function remembered<T>(
  ask: () => Promise<T>,
  { ms, now }: { ms: number; now(): Date },
): () => Promise<T> {
  let kept: { answer: Promise<T>; until: number } | null = null;
  return () => {
    if (kept && kept.until > now().getTime()) return kept.answer;
    const answer = ask();
    kept = { answer, until: now().getTime() + ms };
    answer.catch(() => {
      kept = null;
    });
    return answer;
  };
}
