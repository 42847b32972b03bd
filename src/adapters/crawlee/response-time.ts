/**
 * How long a host took to answer, with our own slowness left out.
 *
 * The pace is a multiple of this figure, so a busy process must not take its own delays for the host's. Counted is from
 * the moment undici writes the request to the moment its answer's head is handled, less the longest time for which the
 * event loop was held up in between: an answer waits unseen for at most that long.
 */
import type { Dispatcher } from 'undici';

/** Probes of the event loop while a request is on its way. */
const PROBE_MS = 10;

export interface Exchange {
  /** Send through this one. */
  dispatcher: Dispatcher;
  /** `performance.now()` at which the answer's head was handled; null before. */
  arrivedAt(): number | null;
  /** Milliseconds. */
  responseMs(): number;
  stop(): void;
}

/** Watches one request through `agent`. `stop` must be called when it is over, however it ends. */
export function watchExchange(agent: Dispatcher): Exchange {
  const loop = watchLoop();
  let sent: number | null = null;
  let arrived: number | null = null;
  let heldUpMs = 0;
  const marks: Marks = {
    sent: () => {
      sent = performance.now();
      loop.restart();
    },
    arrived: () => {
      arrived = performance.now();
      heldUpMs = loop.longestMs();
    },
  };
  return {
    dispatcher: agent.compose((dispatch) => (options, handler) => dispatch(options, marking(handler, marks))),
    arrivedAt: () => arrived,
    responseMs: () => (sent === null || arrived === null ? 0 : Math.max(0, arrived - sent - heldUpMs)),
    stop: loop.stop,
  };
}

interface Marks {
  sent(): void;
  arrived(): void;
}

function marking(handler: Dispatcher.DispatchHandler, marks: Marks): Dispatcher.DispatchHandler {
  return {
    onRequestStart(...args) {
      marks.sent();
      handler.onRequestStart?.(...args);
    },
    onResponseStart(...args) {
      // Interim answers (103 Early Hints) come before the one that counts.
      if (args[1] >= 200) marks.arrived();
      return handler.onResponseStart?.(...args);
    },
    onRequestUpgrade: (...args) => handler.onRequestUpgrade?.(...args),
    onResponseData: (...args) => handler.onResponseData?.(...args),
    onResponseEnd: (...args) => handler.onResponseEnd?.(...args),
    onResponseError: (...args) => handler.onResponseError?.(...args),
  };
}

/** The longest time by which a timer of `PROBE_MS` came late, the one that is running included. */
function watchLoop() {
  let last = performance.now();
  let longest = 0;
  const late = () => Math.max(0, performance.now() - last - PROBE_MS);
  const timer = setInterval(() => {
    longest = Math.max(longest, late());
    last = performance.now();
  }, PROBE_MS);
  return {
    longestMs: () => Math.max(longest, late()),
    restart() {
      last = performance.now();
      longest = 0;
    },
    stop: () => clearInterval(timer),
  };
}
