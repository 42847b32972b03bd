/** Port of the outbox: what subscribers are owed, one row for each agreement, change and subscriber. */

export interface DeliveryJob {
  id: number;
}

export interface Delivery {
  id: number;
  subscriber: string;
  agreement: string;
  change: string;
  payload: unknown;
  tries: number;
}

export interface Outbox {
  claim(ask: { limit: number; leaseMs: number }): Promise<DeliveryJob[]>;
  /** Lengthens leases that still run: of what has been put on a queue. */
  hold(jobs: DeliveryJob[], leaseMs: number): Promise<void>;
  /** Null when it was told already. */
  begin(job: DeliveryJob, leaseMs: number): Promise<Delivery | null>;
  finish(
    job: DeliveryJob,
    result: { state: 'told' | 'retry' | 'failed'; reason: string; dueAt: Date | null },
  ): Promise<void>;
}
