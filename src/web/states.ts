/** The states of a source: what each means, how urgent it is. */
import { html } from 'hono/html';
import type { SourceHistory } from '../domain/queries.ts';
import type { Html } from './layout.ts';

interface Meaning {
  /** `bad`, `warn`, `good` or `calm`: the colour, never the only sign. */
  tone: string;
  means: string;
}

/** Most urgent first. */
const STATES: Record<string, Meaning> = {
  failing: { tone: 'bad', means: 'the last visit failed' },
  blocked: { tone: 'bad', means: 'a wall turns us away' },
  changed: { tone: 'warn', means: 'the listing no longer gives the links it used to' },
  silent: { tone: 'warn', means: 'readable, but nothing new for far longer than usual' },
  quiet: { tone: 'calm', means: 'nothing new for a little longer than usual' },
  new: { tone: 'calm', means: 'not visited yet' },
  ok: { tone: 'good', means: 'visited and read' },
  disabled: { tone: 'calm', means: 'switched off in the config' },
};
const ORDER = Object.keys(STATES);

export interface SourceRow extends SourceHistory {
  state: string;
}

export const needsAttention = ({ state }: SourceRow) => ORDER.indexOf(state) < ORDER.indexOf('quiet');

export function byUrgency(a: SourceRow, b: SourceRow): number {
  return ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (a.id < b.id ? -1 : 1);
}

export const stateMeaning = (state: string) => STATES[state]?.means ?? state;

export function stateBadge(state: string): Html {
  return html`<span class="badge ${STATES[state]?.tone ?? 'calm'}" title="${stateMeaning(state)}">${state}</span>`;
}

/** An outcome of a visit in words: `near_duplicate` as `near duplicate`. */
export const outcomeText = (outcome: string) => outcome.replaceAll('_', ' ');
