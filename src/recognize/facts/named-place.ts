/** A place of signing as the ledger has it: as in the text's language, without 市, a dateline's LAGOS as Lagos. */
import type { Stretch } from '../../wording/sentences.ts';
import type { Findings } from '../findings.ts';
import { asWritten } from '../reading.ts';

export interface SigningPlace extends Stretch {
  name: string;
}

const HAN = /\p{Script=Han}/u;

function titleCase(name: string): string {
  if (name !== name.toUpperCase() || name.length < 4) return name;
  return name.toLowerCase().replace(/(?<![\p{L}'])\p{L}/gu, (letter) => letter.toUpperCase());
}

export function namedPlace({ read }: Findings, { start, end }: Stretch): SigningPlace {
  const written = asWritten(read, { start, end });
  return {
    start,
    end,
    name: HAN.test(written) ? written.replace(/(?<=..)市$/u, '') : titleCase(written),
  };
}
