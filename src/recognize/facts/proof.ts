/** Evidence gathered while the facts of an agreement are put together. */
import type { Evidence, EvidenceField } from '../../domain/agreement.ts';
import type { Stretch } from '../../wording/sentences.ts';
import type { Findings } from '../findings.ts';
import { evidence } from '../reading.ts';

export class Proof {
  readonly list: Evidence[] = [];
  readonly #findings: Findings;
  constructor(findings: Findings) {
    this.#findings = findings;
  }
  add(field: EvidenceField, index: number, at: Stretch): void {
    this.list.push(evidence(this.#findings.read, { field, index }, at));
  }
}
