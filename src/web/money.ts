/** Amounts as people read them: `CNY 10 billion`. */
import type { Amount } from '../domain/agreement.ts';

const SCALES: [number, string][] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
];

/** At most three digits that count, groups of thousands below a million. */
export function moneyText(value: number, currency: string): string {
  const [size, name] = SCALES.find(([from]) => Math.abs(value) >= from) ?? [1, ''];
  const scaled = Number((value / size).toPrecision(name ? 4 : 12));
  const digits = scaled.toLocaleString('en', { maximumFractionDigits: 3 });
  return `${currency} ${digits}${name ? ` ${name}` : ''}`;
}

const BOUNDS = { min: 'at least ', max: 'up to ' };

/** One amount with its bound; the words of the article stand beside it elsewhere. */
export function amountText({ value, currency, bound }: Amount): string {
  return `${bound ? BOUNDS[bound] : ''}${moneyText(value, currency)}`;
}

/** All amounts in one line; two ends of one range as `CNY 1 billion to CNY 2 billion`. */
export function amountsText(amounts: Amount[]): string {
  const [low, high] = amounts;
  if (amounts.length === 2 && low?.bound === 'min' && high?.bound === 'max') {
    return `${moneyText(low.value, low.currency)} to ${moneyText(high.value, high.currency)}`;
  }
  return amounts.map(amountText).join(' / ');
}
