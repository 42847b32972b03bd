/** Crawlee as a guest in a long-lived process: silent, without files, child processes or opinions about memory. */
import { Configuration, EventManager, LogLevel, log } from '@crawlee/basic';

/** Emits no system information: measuring it starts a `ps` every second, and its verdicts would stall the pool. */
class QuietEvents extends EventManager {}

/** The configuration of one crawler. Turns Crawlee's log off: failures are told by outcomes. */
export function quietConfiguration(): Configuration {
  log.setLevel(LogLevel.OFF);
  return new Configuration({
    persistStorage: false,
    purgeOnStart: false,
    eventManager: new QuietEvents(),
    // A number given here keeps the pool from measuring the machine; concurrency is bounded by the callers.
    memoryMbytes: 4_096,
  });
}

/** Options that make a crawler a bridge: every request is tried once, in its caller's own pace and name. */
export function bridgeOptions(concurrency: number) {
  return {
    keepAlive: true,
    // Equal, and said a third time: the pool would start at 10 and grow by 5 % each ten seconds.
    minConcurrency: concurrency,
    maxConcurrency: concurrency,
    autoscaledPoolOptions: { desiredConcurrency: concurrency, loggingIntervalSecs: null },
    maxRequestRetries: 0,
    retryOnBlocked: false,
    useSessionPool: false,
    // Fetched by its own way: past the guard, the pace and our name. The stages read robots.txt.
    respectRobotsTxtFile: false,
    statisticsOptions: { persistenceOptions: { enable: false }, logIntervalSecs: 86_400 },
  };
}
