/** The grammar, rule by rule: what is an agreement, who are its parties, and what the text says of it. */
import { describe, expect, it } from 'vitest';
import type { Agreement } from '../domain/agreement.ts';
import type { Report } from '../domain/report.ts';
import { loadLexicon } from '../settings/lexicon.ts';
import { createRecognizer } from './recognize.ts';

const recognize = createRecognizer(loadLexicon('config/lexicon'));

interface Extra {
  title?: string;
  published?: string;
  url?: string;
}
const read = (body: string, { title, published, url }: Extra = {}): Report =>
  recognize({ url: url ?? null, title: title ?? null, body, published: published ?? null, language: null });
const verdict = (body: string, extra?: Extra): string => read(body, extra).verdict;
const first = (body: string, extra?: Extra): Agreement => {
  const [agreement] = read(body, extra).agreements;
  if (!agreement) throw new Error(`no agreement in: ${body}`);
  return agreement;
};
const parties = (body: string, extra?: Extra): string[][] =>
  read(body, extra).agreements.map(({ governments, companies }) => [
    ...governments.map(({ region }) => region ?? '?'),
    ...companies.map(({ canonical }) => canonical),
  ]);

describe('the act', () => {
  it.each([
    '青海省人民政府与中国移动签署战略合作框架协议。',
    '6月1日,海南省政府同中国电信举行战略合作签约仪式。',
    '阿里巴巴与郑州市人民政府达成战略合作协议。',
    'The Hunan government and China Unicom signed a framework agreement.',
    'Huawei has entered into an MoU with the Kaduna State Government.',
    'A memorandum of understanding was signed between Nairobi County and Safaricom.',
    'ZTE wins contract from the Punjab provincial government for a data centre.',
    'The Government of Kerala and Infosys exchanged documents of the agreement.',
  ])('happened: %s', (body) => expect(verdict(body)).toBe('agreement'));

  it.each([
    ['planned', '青海省人民政府拟于下月与中国移动签署战略合作框架协议。'],
    ['under talks', '青海省人民政府与中国移动就签署战略合作协议进行磋商。'],
    ['denied', '网传青海省人民政府与中国移动签署战略合作协议,系谣言。'],
    ['negated', '青海省人民政府尚未与中国移动签署战略合作协议。'],
    ['planned', 'The Hunan government will sign an agreement with China Unicom next month.'],
    ['negotiated', 'Lagos State Government is in negotiations with MTN to sign an agreement.'],
    ['denied', 'The Kogi State Government denied reports that it signed a contract with MTN.'],
    [
      'authorised',
      'The council gave the mayor authority to enter into a memorandum of agreement with Globe for the City of Baguio.',
    ],
    ['met only', '湖南省省长会见中国电信董事长,双方就合作交换意见。'],
    ['partnered only', 'Kakamega County Government has partnered with Safaricom to collect fees.'],
  ])('did not happen (%s): %s', (_why, body) => expect(verdict(body)).not.toBe('agreement'));

  it('takes an old signing for background', () => {
    const old =
      '12月3日,市长调研中国移动数据中心。中国移动与青海省人民政府2019年7月签署战略合作协议,目前项目进展顺利。';
    expect(verdict(old, { published: '2021-12-04' })).toBe('progress');
    const english =
      'The mayor toured a data centre. Huawei signed an MoU with the Sarawak government in April 2017.';
    expect(verdict(english, { published: '2019-05-26' })).toBe('progress');
    expect(verdict('市政府要求各企业落实与市政府签订的5G战略合作协议。中国铁塔市分公司汇报。')).not.toBe(
      'agreement',
    );
  });

  it('takes "also signed" below a launch for a side remark', () => {
    const body =
      'Safaricom launched an app for counties. It was rolled out in Narok. Safaricom also signed an MoU with Kitui County Government.';
    expect(verdict(body, { title: 'Safaricom launches app' })).toBe('progress');
  });

  it('says why in plain words', () => {
    expect(read('青海省人民政府与中国移动签署战略合作框架协议。').reasons.join()).toContain(
      '青海省人民政府 and 中国移动',
    );
    expect(read('天气晴。').reasons).toEqual([
      'nothing in the text says that anything was signed or concluded',
    ]);
  });
});

describe('the parties', () => {
  it.each([
    ['company with company', '中国电信与国家电网签署5G战略合作协议,北京市副市长出席。'],
    ['government with government', '深圳市人民政府与汕头市人民政府签署协议,建设5G网络和数据中心。'],
    ['ministry', '工业和信息化部与中国联通签署合作协议。'],
    ['regulator', '江苏省通信管理局与中国电信签署合作协议。'],
    ['bank', '中国农业银行贵州省分行与贵阳市人民政府签署数字经济战略合作协议。'],
    ['energy', '中国电力建设集团与云南省政府签署协议,建设智慧电网。'],
    ['national', 'The Kenya Government signed an MoU with Huawei on e-government.'],
    ['state company', 'Tamil Nadu FibreNet Corporation signed a contract with Polycab India Ltd.'],
    ['who only witnessed', 'Ericsson and MTN signed a contract, witnessed by the Governor of Lagos State.'],
    ['a place, no party', 'In Lagos State, MTN and Huawei signed an agreement on 5G.'],
  ])('no agreement: %s', (_why, body) => expect(verdict(body)).not.toBe('agreement'));

  it('reads branches, short names and rows of operators', () => {
    expect(parties('盐城市政府与中国电信、移动、联通、铁塔江苏公司签署协议。')).toEqual([
      ['CN-JS', 'China Telecom', 'China Mobile', 'China Unicom', 'China Tower'],
    ]);
    expect(parties('上海联通与金山区人民政府签署智慧城市协议。')).toEqual([['CN-SH', 'China Unicom']]);
    expect(parties('中國行動通訊集團有限公司與天津市政府簽署戰(zhàn)略合作協(xié)議。')).toEqual([
      ['CN-TJ', 'China Mobile'],
    ]);
  });

  it('keeps signings of one day apart that are told as several', () => {
    const body = '江苏省政府与中国电信、中国移动在南京分别签署战略合作协议。';
    expect(parties(body)).toEqual([
      ['CN-JS', 'China Telecom'],
      ['CN-JS', 'China Mobile'],
    ]);
  });

  it('finds the region of a government named without its place', () => {
    const city = '市政府与中国电信湖北公司在武汉签署协议,打造数字宜昌。宜昌市委书记出席。';
    expect(first(city).governments[0]).toMatchObject({ name: '市政府', region: 'CN-HB', city: '宜昌' });
    expect(first('省政府与华为在长春签署协议。').governments[0]?.region).toBe('CN-JL');
    expect(
      first('The municipal government and Huawei signed an agreement on smart Chengdu.').governments[0]
        ?.region,
    ).toBe('CN-SC');
  });

  it('tells provinces and cities that sound alike', () => {
    expect(first('陕西省人民政府与中国铁塔签署协议。').governments[0]?.region).toBe('CN-SN');
    expect(
      first('Shaanxi provincial government and Huawei signed an agreement.').governments[0]?.region,
    ).toBe('CN-SN');
    expect(
      first('The Shanxi provincial government and Huawei signed an agreement.').governments[0]?.region,
    ).toBe('CN-SX');
    expect(first('宿州市政府与中国移动安徽公司签署协议。').governments[0]).toMatchObject({
      region: 'CN-AH',
      city: '宿州',
    });
  });
});

describe('the day of the signing', () => {
  const signed = (body: string, extra?: Extra) => first(body, extra).signedOn?.date ?? null;
  const act = '青海省政府与中国电信签署战略合作协议。';
  it.each([
    [`2016年7月8日,${act}`, {}, '2016-07-08'],
    [`7月8日,${act}`, { published: '2016-07-10' }, '2016-07-08'],
    [`12月30日,${act}`, { published: '2016-01-02' }, '2015-12-30'],
    [`7月8日,${act}`, {}, 'XXXX-07-08'],
    [`26日,${act}`, {}, 'XXXX-XX-26'],
    [`昨日,${act}`, { published: '2017-08-08T09:00:00+08:00' }, '2017-08-07'],
    [`新华社西宁7月9日电 昨天,${act}`, { published: '2016-07-12' }, '2016-07-08'],
    [`今天(23日),${act}`, { published: '2021-11-04' }, 'XXXX-XX-23'],
    [`近日,${act}`, { published: '2016-07-12' }, null],
    [act, { url: 'http://a.example/2009/06-27/1.shtml' }, '2009-06'],
  ])('%s %o', (body, extra, date) => expect(signed(body, extra)).toBe(date));

  it.each([
    [
      'On Thursday the Ekiti State Government signed an MoU with MTN.',
      { published: '2020-05-22' },
      '2020-05-21',
    ],
    ['The Delta State Government signed an MoU with Huawei on 15/12/16.', {}, '2016-12-15'],
    ['Hunan government and Huawei signed an agreement on April 18th 2012.', {}, '2012-04-18'],
    ['On the afternoon of the 26th Hunan government signed an agreement with Huawei.', {}, 'XXXX-XX-26'],
  ])('%s', (body, extra, date) => expect(signed(body, extra)).toBe(date));

  it('keeps two days as a conflict', () => {
    const body =
      '7月8日,青海省政府与中国电信签署战略合作协议。据介绍,7月9日,青海省政府与中国电信签署战略合作协议。';
    expect(first(body, { published: '2016-07-10' }).conflicts).toEqual([
      { field: 'signedOn', values: ['7月8日', '7月9日'] },
    ]);
  });
});

it('takes nobody who signs for his company for a company', () => {
  const told = '台中市政府与台湾微软公司签署备忘录,市长代表市府、台湾微软总经理孙明代表公司签字。';
  expect(first(told).companies.map(({ canonical }) => canonical)).toEqual(['Microsoft']);
});

describe('the money', () => {
  const money = (body: string, extra?: Extra) =>
    first(body, extra).amounts.map(({ value, currency, payer }) => [value, currency, payer]);
  const act = '青海省政府与中国电信签署协议。';
  it('counts what is put in, with its payer', () => {
    expect(money(`${act}中国电信将投资100亿元。`)).toEqual([[1e10, 'CNY', 'China Telecom']]);
    expect(money(`${act}未来三年中国电信投入400亿资金。`)).toEqual([[4e10, 'CNY', 'China Telecom']]);
    expect(
      money('The Hunan government and Huawei signed a deal. Huawei will invest CNY3.6 billion.'),
    ).toEqual([[3.6e9, 'CNY', 'Huawei']]);
  });

  it.each([
    '预计带动产值800亿元。',
    '中国电信累计投资已达120亿元。',
    '实现收入50亿元。',
    '套餐每月129元。',
    '全省数字经济规模1.25万亿元。',
  ])('does not count: %s', (words) => expect(money(`${act}${words}`)).toEqual([]));

  it('reads a sum with commas whole, in a clause of its own', () => {
    const told = '新北市政府與中華電信簽署合約,契約為期3年,總經費新臺幣4,860萬5千元由市府編列預算支應。';
    expect(money(told).map(([value, currency]) => [value, currency])).toEqual([[48_605_000, 'TWD']]);
  });

  it('takes the words of the signing for no money spent', () => {
    const told = 'Norfolk County Council and BT have put pen to paper on the £41m broadband contract.';
    expect(money(told).map(([value, currency]) => [value, currency])).toEqual([[41e6, 'GBP']]);
  });

  it('counts no conversion in brackets, and gives a range two ends', () => {
    expect(
      money(
        'The Hunan government and Huawei signed a deal. Huawei will invest 30 billion yuan ($4.4 billion).',
      ),
    ).toHaveLength(1);
    const range = first(
      'The Hunan government and Huawei signed a deal. Huawei will invest 500 million to 1 billion yuan.',
    ).amounts;
    expect(range.map(({ value, bound }) => [value, bound])).toEqual([
      [5e8, 'min'],
      [1e9, 'max'],
    ]);
  });

  it('takes a shared sign for the currency of the country spoken of', () => {
    expect(
      money('The Sindh Government signed a contract with PTCL in Karachi worth Rs 350 million.'),
    ).toEqual([[3.5e8, 'PKR', 'PTCL']]);
    expect(money('The Queensland Government signed a contract with Telstra worth $25 million.')).toEqual([
      [2.5e7, 'AUD', 'Telstra'],
    ]);
  });

  it('counts in the money of the place, with its codes', () => {
    const taiwan = first('花蓮縣政府與中華電信簽署智慧城市合作協議,縣府編列1,500萬元。');
    expect(taiwan.governments[0]).toMatchObject({ region: 'TW-HUA', city: '花蓮' });
    expect(taiwan.amounts[0]).toMatchObject({ value: 15_000_000, currency: 'TWD', payer: '花蓮縣政府' });
    expect(first('香港特區政府與香港電訊簽署協議,香港電訊將在香港投資3億元。').amounts[0]).toMatchObject({
      currency: 'HKD',
    });
  });

  it.each([
    ['中国电信将出资6000万元,市政府配套4000万元。', [60_000_000, 40_000_000]],
    ['费用约2600万元由市财政支付。', [26_000_000]],
    ['中标价1280万元。', [12_800_000]],
    ['项目总投资约20亿元,其中一期3亿元。', [2_000_000_000, 300_000_000]],
    ['项目总投资逾12.5亿美元(约合人民币80亿元)。', [1_250_000_000]],
    ['至“十四五”末,累计投资不少于50亿元。', [5_000_000_000]],
    ['截至2020年底,累计投资50亿元。', []],
    ['将撬动社会投资50亿元。', []],
    ['每年节约财政资金3000万元。', []],
    ['预计带动产值100亿元。', []],
    ['中国电信去年营收4000亿元。', []],
  ])('sums of the deal: %s', (words, values) => {
    const { amounts } = first(`青海省政府与中国电信签署协议。${words}`);
    expect(amounts.map(({ value }) => value)).toEqual(values);
  });

  it.each([
    ['The Sh300 million project starts in July.', [300_000_000]],
    ['About Sh600 million will be spent on fibre.', [600_000_000]],
    ['The price tag is $12 million.', [12_000_000]],
    ['Safaricom has so far invested Sh40 billion in its network.', []],
    ['The county lost Sh300 million to leakages.', []],
  ])('sums of the deal: %s', (words, values) => {
    const { amounts } = first(
      `Kisumu County Government and Safaricom signed an agreement on fibre. ${words}`,
    );
    expect(amounts.map(({ value }) => value)).toEqual(values);
  });

  it('keeps sums that contradict each other, and says so', () => {
    const { amounts, conflicts } = first(`${act}中国电信将投资300亿元。根据协议,中国电信将投入3000亿元。`);
    expect(amounts).toHaveLength(2);
    expect(conflicts).toEqual([{ field: 'amounts', values: ['300亿元', '3000亿元'] }]);
  });
});

describe('period, place, document, topics, status', () => {
  it.each([
    ['今后三年,中国电信将投资100亿元。', { years: 3 }],
    ['“十三五”期间,中国电信将投资100亿元。', { from: '2016', to: '2020', years: 5 }],
    ['2018年至2020年,中国电信将投资100亿元。', { from: '2018', to: '2020' }],
    ['近三年来,中国电信发展很快。', null],
    ['协议自签署之日起生效,有效期两年。', { years: 2 }],
    ['合作期限自签署之日起五年。', { years: 5 }],
  ])('period: %s', (words, period) => {
    const found = first(`青海省政府与中国电信签署协议。${words}`).period;
    if (period === null) expect(found).toBeNull();
    else expect(found).toMatchObject(period);
  });

  it('reads the mistranslated plan', () => {
    const body =
      'Xinjiang People\'s government with China Telecom signed "45" strategic cooperation framework agreement.';
    expect(first(body).period).toMatchObject({ from: '2016', to: '2020' });
  });

  it.each([
    ['青海省政府与中国电信在西宁签署协议。', '西宁'],
    ['上海市政府与中国电信在沪签署协议。', '沪'],
    ['推进会在北京召开。其间,陕西省政府与中国铁塔签署协议。', '北京'],
    ['青海省政府与中国电信签署协议。中国电信将在西宁投资建设数据中心。', null],
    ['The Hunan government and Huawei signed an agreement in Changsha.', 'Changsha'],
    ['The Delta State Government signed an MoU with Huawei at Government House, Asaba.', 'Asaba'],
  ])('place: %s', (body, place) => expect(first(body).place).toBe(place));

  it('names the document as the text does', () => {
    expect(first('福建省政府与中国电信签署《数字福建合作协议》。').document).toBe('数字福建合作协议');
    expect(first('青海省政府与中国电信签署了“十三五”合作框架协议。').document).toBe('“十三五”合作框架协议');
    expect(first('Ogun State Government signed a memorandum of understanding (MoU) with MTN.').document).toBe(
      'memorandum of understanding (MoU)',
    );
  });

  it('names topics and status', () => {
    const body = '宿迁市政府与京东续签战略合作协议,建设大数据中心,发展农村电商。';
    const { topics, status } = first(body);
    expect(status).toBe('renewed');
    expect([...topics].sort()).toEqual(['big data', 'data centre', 'e-commerce', 'rural informatization']);
  });
});

describe('evidence', () => {
  it('quotes the body as given, in code points', () => {
    const body = '😀８月８日，，青海省人民政府與中國電信簽署戰(zhàn)略合作協(xié)議，，投資１００億元。';
    const points = Array.from(body);
    const { evidence, amounts } = first(body);
    for (const { start, end, quote } of evidence)
      expect(points.slice(start ?? 0, end ?? 0).join('')).toBe(quote);
    expect(amounts[0]?.asWritten).toBe('１００億元');
    expect(evidence.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['governments', 'companies', 'document', 'amounts', 'signedOn']),
    );
  });

  it('marks what only the title says', () => {
    const { evidence } = first('双方将共建数据中心。', { title: '青海省政府与中国电信签署协议' });
    const government = evidence.find(({ field }) => field === 'governments');
    expect(government).toEqual({
      field: 'governments',
      index: 0,
      start: null,
      end: null,
      quote: '青海省政府',
      in: 'title',
    });
  });
});
