import { describe, expect, it } from 'vitest';
import { parseMarkup } from './parse.ts';
import { attribute, elements, firstElement, isInside, partName, walk } from './walk.ts';

describe('walk', () => {
  it('enters in page order and leaves parents after their children', () => {
    const seen: string[] = [];
    walk(parseMarkup('<div><p>a</p><p>b</p></div>'), {
      enter(node) {
        seen.push(node.nodeType === 3 ? (node as unknown as { data: string }).data : `+${node.nodeType}`);
        return true;
      },
      leave(node) {
        seen.push(`-${node.nodeType}`);
      },
    });
    expect(seen).toEqual(['+9', '+1', '+1', 'a', '-1', '+1', 'b', '-1', '-1', '-9']);
  });

  it('stays inside its root and skips what enter refuses', () => {
    const page = parseMarkup('<div><ul><li>1</li></ul><p>2</p></div><p>3</p>');
    const div = firstElement(page, 'div');
    const names: string[] = [];
    walk(div ?? page, {
      enter(node) {
        names.push((node as { name?: string }).name ?? '#');
        return (node as { name?: string }).name !== 'ul';
      },
    });
    expect(names).toEqual(['div', 'ul', 'p', '#']);
  });

  it('walks 50,000 open tags, of which the tree nests a thousand', () => {
    const page = parseMarkup(`${'<div>'.repeat(50_000)}x${'</div>'.repeat(50_000)}<p>after</p>`);
    expect(elements(page, 'div')).toHaveLength(50_000);
    let depth = 0;
    let node = elements(page, 'div').at(-1)?.parent ?? null;
    for (; node !== null; node = node.parent) depth += 1;
    expect(depth).toBe(1_001); // with the document
    expect(firstElement(page, 'p')?.parent).toBe(page);
  });
});

describe('attributes', () => {
  it('reads values without space, and part names in lower case', () => {
    const div = firstElement(parseMarkup('<div ID="Zoom" class="TRS_Editor x" title="  t " lang="">'), 'div');
    if (div === null) throw new Error('no div');
    expect(attribute(div, 'title')).toBe('t');
    expect(attribute(div, 'lang')).toBeNull();
    expect(partName(div)).toBe('trs_editor x zoom');
  });

  it('knows what is inside what', () => {
    const page = parseMarkup('<div><p><b>x</b></p></div><i>y</i>');
    const [div, bold, italic] = ['div', 'b', 'i'].map((name) => firstElement(page, name));
    if (!div || !bold || !italic) throw new Error('missing');
    expect(isInside(bold, div)).toBe(true);
    expect(isInside(italic, div)).toBe(false);
  });
});

describe('parseMarkup', () => {
  it('stops at 60,000 elements and keeps what came before', () => {
    const page = parseMarkup(`<p>first</p>${'<br>'.repeat(70_000)}<i>last</i>`);
    expect(elements(page).length).toBeLessThanOrEqual(60_001);
    expect(firstElement(page, 'p')).not.toBeNull();
    expect(firstElement(page, 'i')).toBeNull();
  });
});
