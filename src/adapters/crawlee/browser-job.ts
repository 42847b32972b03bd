/**
 * One fetch on its way through the browser.
 *
 * Two clocks: while it waits for a free tab, a long one (a full browser is no fault of the site); from then on the
 * request's own.
 */
import { VisitFailure } from '../../domain/failure.ts';
import type { Answer, FetchRequest } from '../../domain/ports.ts';
import { type Deadline, startDeadline } from '../guard/deadline.ts';
import { visitFailure } from '../guard/failures.ts';
import type { BrowserVisit } from './browser-visit.ts';
import type { Tab } from './tabs.ts';

const LONGEST_QUEUE_MS = 180_000;

export class BrowserJob {
  readonly request: FetchRequest;
  readonly answer: Promise<Answer>;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (failure: VisitFailure) => void;
  tab: Tab | null = null;
  visit: BrowserVisit | null = null;
  #deadline: Deadline;

  constructor(request: FetchRequest) {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    this.request = request;
    this.answer = promise;
    this.resolve = resolve;
    this.reject = reject;
    this.#deadline = this.#clock(LONGEST_QUEUE_MS);
  }

  /** Nobody waits for it any more. */
  get aborted(): boolean {
    return this.#deadline.signal.aborted;
  }

  /** A tab is there: from now on the request's own time counts. */
  begin(tab: Tab): void {
    this.tab = tab;
    this.#deadline.clear();
    this.#deadline = this.#clock(this.request.timeoutMs);
  }

  /** Stops the clock; to be called when the answer has been given. */
  end(): void {
    this.#deadline.clear();
  }

  /** What an error of the browser means; a page that led elsewhere is an answer, too. */
  settleFailed(error: unknown): void {
    const redirected = this.visit?.redirected();
    if (redirected) return void this.resolve(redirected);
    const { url, timeoutMs } = this.request;
    this.reject(this.visit?.failureFrom(error) ?? visitFailure(error, { url: new URL(url), timeoutMs }));
  }

  #clock(ms: number): Deadline {
    const deadline = startDeadline(ms, this.request.signal);
    const ended = () => this.#abort(deadline, ms);
    if (deadline.signal.aborted) ended();
    else deadline.signal.addEventListener('abort', ended, { once: true });
    return deadline;
  }

  #abort(deadline: Deadline, timeoutMs: number): void {
    const full = this.tab === null && deadline.ended() === 'time';
    const { url, signal } = this.request;
    this.reject(
      full
        ? new VisitFailure('timeout', `no browser tab was free within ${timeoutMs} ms`, 'later', 0)
        : visitFailure(null, { url: new URL(url), timeoutMs, deadline, signal }),
    );
    // What the tab was doing is not waited for.
    if (this.tab) void breakTab(this.tab);
  }
}

async function breakTab(tab: Tab): Promise<void> {
  tab.broken = true;
  await tab.page.close().catch(() => undefined);
}
