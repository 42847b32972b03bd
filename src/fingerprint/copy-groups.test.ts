import { describe, expect, it } from 'vitest';
import { type CopyArticle, copyGroups } from './copy-groups.ts';
import { fingerprint } from './fingerprint.ts';

const body = [
  '3月12日上午，云岭市人民政府与中国电信南州分公司签署战略合作框架协议，副市长周立群出席签约仪式并致辞。',
  '根据协议，双方将建设覆盖城乡的光纤网络和云计算数据中心，推动政务、医疗、教育等领域的信息化应用。',
  '会上，双方表示将加强沟通，建立联席会议制度，定期研究解决合作中的问题，确保各项任务按时完成。',
].join('\n');

function article(id: string, published: string | null, text = body, title = '云岭签约'): CopyArticle {
  return { id, published, title, body: text, language: null, ...fingerprint({ title, body: text }) };
}

describe('copyGroups', () => {
  const set = [
    article('c', '2020-03-14', body, '云岭与电信签约'),
    article('b', '2020-03-13'),
    article('a', '2020-03-13'),
    article('z', null, `本报讯 ${body}`),
    article(
      'other',
      '2020-03-12',
      '全省森林防火工作会议在省会召开，会议部署了春季防火重点任务和应急值守安排。',
    ),
  ];
  const expected = new Map([
    ['b', 'a'],
    ['c', 'a'],
    ['z', 'a'],
  ]);

  it('points to the earliest, then the smallest id; undated come last', () => {
    expect(copyGroups(set)).toEqual(expected);
  });

  it('does not depend on the order of input', () => {
    for (let turn = 0; turn < set.length; turn += 1) {
      const turned = [...set.slice(turn), ...set.slice(0, turn)].reverse();
      expect(new Map([...copyGroups(turned)].sort())).toEqual(expected);
    }
  });

  it('does not tie two notices together by a cut that lost the difference', () => {
    const second = body.replace('3月12日', '6月18日');
    const cut = body.replace('3月12日上午，', '');
    const copies = copyGroups([
      article('1', '2020-03-13'),
      article('2', '2020-06-19', second),
      article('3', '2020-07-01', cut),
    ]);
    expect(copies.get('2')).toBeUndefined();
    expect(copies.size).toBe(1);
  });

  it('ties two cuts of one text together by the whole', () => {
    const sentences = Array.from(
      { length: 10 },
      (_, i) =>
        `第${i}项工作由${'甲乙丙丁戊己庚辛壬癸'[i]}组负责，${'春夏秋冬晨昏昼夜晴雨'[i]}季以前完成并报告结果。`,
    );
    const cut = (from: number, to: number) => sentences.slice(from, to).join('\n');
    const set = [
      article('1', null, cut(0, 7)),
      article('2', null, cut(3, 10)),
      article('3', null, cut(0, 10)),
    ];
    expect(copyGroups(set)).toEqual(
      new Map([
        ['2', '1'],
        ['3', '1'],
      ]),
    );
  });

  it('finds a copy among many notices of one form', () => {
    const many = Array.from({ length: 60 }, (_, i) =>
      article(
        `n${i}`,
        '2020-03-20',
        body.replace('3月12日', `${(i % 12) + 1}月${(i % 27) + 1}日`).replace('周立群', `周立${i}`),
      ),
    );
    const copies = copyGroups([...many, article('copy', '2021-01-01', `${many[3]?.body}\n责任编辑：王青`)]);
    expect(copies.get('copy')).toBe('n3');
  });
});
