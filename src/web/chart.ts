/** Agreements over time: bars in an SVG, and the same numbers in a table for whoever cannot see or trust bars. */
import { html } from 'hono/html';
import type { AgreementRow } from '../domain/queries.ts';

export interface Bar {
  label: string;
  count: number;
}

const MOST_BARS = 12;

/** Agreements by year of signing (else of the first report), gaps filled, the latest twelve years. */
export function byYear(agreements: AgreementRow[]): Bar[] {
  const counts = new Map<number, number>();
  for (const row of agreements) {
    const year = yearOf(row);
    if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const last = Math.max(...counts.keys());
  const first = Math.max(Math.min(...counts.keys()), last - MOST_BARS + 1);
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    label: String(first + i),
    count: counts.get(first + i) ?? 0,
  }));
}

function yearOf({ signedOn, reports }: AgreementRow): number | null {
  const texts = [signedOn?.date, ...reports.map(({ published }) => published).sort()];
  const year = texts.map((text) => /^\d{4}/.exec(text ?? '')?.[0]).find((found) => found !== undefined);
  return year === undefined ? null : Number(year);
}

const HEIGHT = 160;
const BASE = 132;
const TOP = 22;
const STEP = 48;
const WIDTH = 30;

export function barChart(bars: Bar[], { title, unit }: { title: string; unit: string }) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const width = Math.max(6, bars.length) * STEP;
  return html`<figure class="chart" aria-labelledby="chart-title">
    <figcaption id="chart-title">${title}</figcaption>
    <svg viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label="${title}. The numbers are in the table that follows.">
      <line class="axis" x1="0" x2="${width}" y1="${BASE}" y2="${BASE}"></line>
      ${bars.map((bar, i) => column(bar, { x: i * STEP + (STEP - WIDTH) / 2, most }))}
    </svg>
    <details>
      <summary>The numbers</summary>
      <table class="plain">
        <caption class="hidden">${title}</caption>
        <thead><tr><th scope="col">Year</th><th scope="col">${unit}</th></tr></thead>
        <tbody>${bars.map(({ label, count }) => html`<tr><th scope="row">${label}</th><td>${count}</td></tr>`)}</tbody>
      </table>
    </details>
  </figure>`;
}

function column({ label, count }: Bar, { x, most }: { x: number; most: number }) {
  const height = (count / most) * (BASE - TOP);
  const middle = x + WIDTH / 2;
  return html`<g>
    <rect class="bar" x="${x}" y="${BASE - height}" width="${WIDTH}" height="${height}" rx="3"></rect>
    ${count > 0 ? html`<text class="value" x="${middle}" y="${BASE - height - 6}">${count}</text>` : ''}
    <text class="label" x="${middle}" y="${BASE + 18}">${label}</text>
  </g>`;
}
