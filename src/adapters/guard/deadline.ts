/**
 * A wall clock for one request. Not `AbortSignal.timeout` and not `AbortSignal.any`: both keep what they are attached
 * to alive until the timer fires, which is a page each for half a minute.
 */
export interface Deadline {
  signal: AbortSignal;
  /** `time`: the clock ran out; `caller`: the caller's signal; null: neither yet. */
  ended(): 'time' | 'caller' | null;
  clear(): void;
}

/** Aborts after `ms`, or when `outer` does. `clear` must be called at the end of the request. */
export function startDeadline(ms: number, outer?: AbortSignal): Deadline {
  const abort = new AbortController();
  let cause: 'time' | 'caller' | null = null;
  const end = (why: 'time' | 'caller') => {
    cause ??= why;
    abort.abort();
  };
  const timer = setTimeout(() => end('time'), ms);
  const stop = () => end('caller');
  if (outer?.aborted) stop();
  else outer?.addEventListener('abort', stop, { once: true });
  return {
    signal: abort.signal,
    ended: () => cause,
    clear() {
      clearTimeout(timer);
      outer?.removeEventListener('abort', stop);
    },
  };
}
