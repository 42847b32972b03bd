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
  /** Null when it was told already. */
  begin(job: DeliveryJob): Promise<Delivery | null>;
  finish(
    job: DeliveryJob,
    result: { state: 'told' | 'retry' | 'failed'; reason: string; dueAt: Date | null },
  ): Promise<void>;
}
