/** Charset conformance: the label that `decode` reports against the labels each row accepts. */
import { readFileSync } from 'node:fs';
import { decode } from '../../src/decode/decode.ts';
import { bomLabel, canonicalLabel, declaredLabel, headerLabel } from '../../src/decode/prescan.ts';
import { corpusPath } from '../../test/corpus.ts';
import { readRows, Tally } from './tally.ts';

interface Row {
  id: string;
  file?: string;
  base64?: string;
  content_type: string | null;
  expected: string;
  accept?: string[];
}

/** Prints the share of rows read right: those that declare a charset, the undeclared of zh, ja, ko and utf, the rest. */
export async function main(args: string[]): Promise<void> {
  const rows = readRows<Row>('corpus/charset.jsonl');
  if (!rows) return;
  const tally = new Tally('charset');
  for (const row of rows) {
    const bytes = row.file
      ? readFileSync(corpusPath(`corpus/${row.file}`) ?? '')
      : Buffer.from(row.base64 ?? '', 'base64');
    const { charset } = decode(bytes, row.content_type);
    const accepted = [row.expected, ...(row.accept ?? [])].map(family);
    const miss = `expected ${row.expected}, read ${charset}`;
    tally.add(caseOf(row, bytes), { id: row.id, ok: accepted.includes(family(charset)), miss });
  }
  // Misses are few and each is to be explained, so they are always shown.
  tally.print([...args, '--misses']);
}

/** Names of one decoder count as one: WHATWG reads us-ascii and iso-8859-1 as windows-1252, and GBK as part of GB18030. */
function family(label: string): string {
  const canonical = canonicalLabel(label) ?? label;
  return canonical === 'gbk' ? 'gb18030' : canonical;
}

const EAST_OR_UTF = /^(gb|big5|euc-|shift_jis|utf)/;

function caseOf(row: Row, bytes: Uint8Array): string {
  if (bomLabel(bytes) ?? headerLabel(row.content_type) ?? declaredLabel(bytes)) return 'declared';
  return EAST_OR_UTF.test(row.expected) ? 'undeclared zh ja ko utf' : 'undeclared rest';
}
