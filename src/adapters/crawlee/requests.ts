/** The crawler's request manager: in memory, first in first out. What is due is known elsewhere. */
import { type Dictionary, type IRequestManager, Request } from '@crawlee/basic';

type Source = Parameters<IRequestManager['addRequest']>[0];
type Sources = Parameters<IRequestManager['addRequestsBatched']>[0];
type Options = ConstructorParameters<typeof Request>[0];

/** Taken entries are cut off the front in lots of this many. */
const LOT = 1_024;

/**
 * Forgets a request once it is taken. The library's own queue remembers every URL it ever saw, which makes a crawler
 * that lives for weeks slower with each request, and would refuse to visit a URL twice.
 */
export class MemoryRequests implements IRequestManager {
  #waiting: Request[] = [];
  #head = 0;
  #handled = 0;
  #added = 0;

  /** Never: the crawler is ended by its owner. */
  async isFinished(): Promise<boolean> {
    return false;
  }

  async isEmpty(): Promise<boolean> {
    return this.getPendingCount() === 0;
  }

  async handledCount(): Promise<number> {
    return this.#handled;
  }

  getTotalCount(): number {
    return this.#added;
  }

  getPendingCount(): number {
    return this.#waiting.length - this.#head;
  }

  async fetchNextRequest<T extends Dictionary = Dictionary>(): Promise<Request<T> | null> {
    const next = this.#waiting[this.#head];
    if (!next) return null;
    this.#head += 1;
    if (this.#head === this.#waiting.length || this.#head >= LOT) {
      this.#waiting = this.#waiting.slice(this.#head);
      this.#head = 0;
    }
    return next as Request<T>;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Request> {
    for (let next = await this.fetchNextRequest(); next; next = await this.fetchNextRequest()) yield next;
  }

  async markRequestHandled(): Promise<null> {
    this.#handled += 1;
    return null;
  }

  async reclaimRequest(request: Request): Promise<null> {
    this.#waiting.push(request);
    return null;
  }

  async addRequest(source: Source) {
    const request = source instanceof Request ? source : new Request(source as Options);
    this.#waiting.push(request);
    this.#added += 1;
    const { uniqueKey } = request;
    return {
      requestId: uniqueKey,
      uniqueKey,
      wasAlreadyPresent: false,
      wasAlreadyHandled: false,
      forefront: false,
    };
  }

  async addRequestsBatched(sources: Sources) {
    const addedRequests = [];
    for await (const source of sources) {
      addedRequests.push(await this.addRequest(typeof source === 'string' ? { url: source } : source));
    }
    return { addedRequests, waitForAllRequestsToBeAdded: Promise.resolve([]), requestsOverLimit: [] };
  }
}
