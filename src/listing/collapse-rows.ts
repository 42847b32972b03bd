/**
 * Rows with several links of one form: a title and its PDF, a docket and a decision. Grouped by form they look like
 * many blocks of two; here each of these blocks becomes one row again, led by the link that names the article.
 * A grid with two headlines a row stays as it is.
 */
import type { ParentNode } from '../markup/walk.ts';
import { type Block, names, type Row } from './row.ts';

const FEWEST_ROWS = 3;
const MOST_LINKS = 4;
/** Display width under which a link beside the title is a label. */
const LABEL_WIDTH = 16;

/** `blocks` are those of one form of link. */
export function collapseRows(blocks: Block[], signatureOf: (container: ParentNode) => string): Block[] {
  const kept: Block[] = [];
  for (const [parent, siblings] of Map.groupBy(blocks, (block) => block.container.parent)) {
    const small = siblings.filter((block) => block.rows.length <= MOST_LINKS);
    const several = small.filter((block) => block.rows.length > 1);
    if (parent === null || several.length < FEWEST_ROWS || !labelsOnly(several)) {
      kept.push(...siblings);
      continue;
    }
    kept.push(...siblings.filter((block) => !small.includes(block)));
    kept.push({
      rows: small.map(rowOf),
      container: parent,
      signature: signatureOf(parent),
      path: siblings[0]?.path ?? '',
    });
  }
  return kept;
}

/** Is there at most one place in these rows whose links are as wide as titles? */
function labelsOnly(blocks: readonly Block[]): boolean {
  let wide = 0;
  for (let place = 0; place < MOST_LINKS; place++) {
    const widths = blocks.flatMap((block) => block.rows[place]?.candidate.width ?? []);
    const mean = widths.reduce((sum, width) => sum + width, 0) / Math.max(1, widths.length);
    if (mean >= LABEL_WIDTH) wide++;
  }
  return wide <= 1;
}

function rowOf(block: Block): Row {
  const best = block.rows.reduce((a, b) => (names(b.candidate) > names(a.candidate) ? b : a));
  return { candidate: best.candidate, node: block.container };
}
