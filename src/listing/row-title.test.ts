import { describe, expect, it } from 'vitest';
import { parseMarkup } from '../markup/parse.ts';
import { textOf } from '../markup/text.ts';
import { firstElement } from '../markup/walk.ts';
import { isGenericTitle, titleOfLink, widthOf } from './row-title.ts';

function title(html: string): string {
  const anchor = firstElement(parseMarkup(html), 'a');
  if (anchor === null) throw new Error('no link in the test');
  return titleOfLink(anchor, textOf(anchor)).text;
}

describe('titleOfLink', () => {
  it.each([
    [
      'the whole title where the text is cut',
      '<a title="某市召开数字经济发展推进会">某市召开数字…</a>',
      '某市召开数字经济发展推进会',
    ],
    [
      'the whole title where it is cut without a mark',
      '<a title="某市召开数字经济发展推进会">某市召开数字</a>',
      '某市召开数字经济发展推进会',
    ],
    [
      'not a title that says something else',
      '<a title="Permalink to the article">Fibre reaches the valley</a>',
      'Fibre reaches the valley',
    ],
    [
      'the heading of a card',
      '<a><span>Press release</span><h3>Fibre reaches the valley</h3><p>At last.</p></a>',
      'Fibre reaches the valley',
    ],
    [
      'the part named title',
      '<a><p class="card__title">Fibre reaches the valley</p><p>A long summary follows here.</p></a>',
      'Fibre reaches the valley',
    ],
    ['without the date beside it', '<a><i>05-16</i><span>某市召开推进会</span></a>', '某市召开推进会'],
    ['without the date in its text', '<a>2024-05-16 某市召开推进会</a>', '某市召开推进会'],
    ['without bullets and pin marks', '<a>·[置顶]某市召开推进会</a>', '某市召开推进会'],
    ['of a picture', '<a><img alt="某市召开推进会" src="x.jpg"></a>', '某市召开推进会'],
    ['instead of a button', '<a title="某市召开推进会">查看详情</a>', '某市召开推进会'],
  ])('%s', (_, html, expected) => {
    expect(title(html)).toBe(expected);
  });
});

describe('words about titles', () => {
  it('knows buttons from titles', () => {
    expect(['Read more »', '[详细]', '查看全文', ''].map(isGenericTitle)).toEqual([true, true, true, true]);
    expect(isGenericTitle('More homes get fibre in Dunvale')).toBe(false);
  });

  it('counts a Han character as two', () => {
    expect(widthOf('5G网络')).toBe(6);
  });
});
