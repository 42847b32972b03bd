/** Facts that lean on what is not said outright: short names, old names, foreign places, seats, towns in no list. */
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../settings/lexicon.ts';
import { createRecognizer } from '../recognize.ts';

const recognize = createRecognizer(loadLexicon('config/lexicon'));
const read = (body: string, title: string | null = null) =>
  recognize({ url: null, title, body, published: '2021-03-10', language: null });
const first = (body: string) => {
  const [agreement] = read(body).agreements;
  if (!agreement) throw new Error(`no agreement in ${body}`);
  return agreement;
};

describe('companies by a short name', () => {
  it.each([
    ['3月8日,绍兴市政府与云杉科技签署人工智能合作协议。', '云杉科技'],
    ['云杉股份(300999)公告,公司与绍兴市政府签订智慧城市项目协议。', '云杉股份'],
    ['绍兴市数据局3月8日与电信大厂“远帆电子”签署云计算合作备忘录。', '远帆电子'],
  ])('%s', (body, name) => expect(first(body).companies.map((one) => one.name)).toEqual([name]));

  it.each([
    '绍兴市政府与高校签署大数据、云计算、工业互联网合作协议。',
    '绍兴市公共数据与政务信息签约上云。',
    '京东方面表示,将与绍兴市合作建设公共数据平台。',
  ])('no company in %s', (body) => expect(read(body).agreements).toEqual([]));
});

describe('who announces a signing of its own', () => {
  it.each([
    ['远帆股份(300999)周二公告称,3月8日公司和东丰县人民政府签署了智慧城市战略合作协议。', ['Yuanfan']],
    [
      '远帆股份(300999)晚间公告称,已与东丰县人民政府、鸿途网络通信有限公司签订三方云计算合作协议。',
      ['Yuanfan', 'Hongtu'],
    ],
  ])('%s', (body, names) => {
    expect(first(body).companies.map(({ canonical }) => canonical)).toEqual(names);
  });

  it('is the company of the headline', () => {
    const body = '经友好协商,公司(乙方)已同绍兴市人民政府(甲方)签署《智慧城市项目合作协议》。';
    const [agreement] = read(body, '远帆科技集团股份有限公司关于签订合作协议的公告').agreements;
    expect(agreement?.companies.map(({ canonical }) => canonical)).toEqual(['Yuanfan']);
  });
});

describe('operators as papers call them', () => {
  it.each([
    ['与省电信公司签署5G协议。', ['China Telecom']],
    ['与联通浙江省分公司签署5G协议。', ['China Unicom']],
    ['与越城电信分公司签署5G协议。', ['China Telecom']],
    ['与移动、电信、联通三家运营商签署5G协议。', ['China Mobile', 'China Telecom', 'China Unicom']],
    ['与三大运营商及铁塔公司签署5G协议。', ['China Mobile', 'China Telecom', 'China Tower', 'China Unicom']],
    ['与中移(成都)信息通信科技有限公司签署5G协议。', ['China Mobile']],
    ['与紫光集团旗下新华三集团签署智慧城市协议。', ['H3C']],
  ])('%s', (words, names) => {
    const { companies } = first(`3月8日,绍兴市人民政府${words}`);
    expect(companies.map(({ canonical }) => canonical).sort()).toEqual(names);
  });

  it('takes no school for the town of its name', () => {
    expect(read('在绍兴市政府支持下,中国移动与绍兴师范学院签署智慧校园协议。').verdict).not.toBe('agreement');
  });
});

describe('a government behind the place it meets in', () => {
  it.each([
    ['In Hefei the Provincial Government', 'the Provincial Government', 'CN-AH'],
    ['At a fair in Guiyang the Guizhou Provincial Government', 'Guizhou Provincial Government', 'CN-GZ'],
  ])('%s', (opening, name, region) => {
    const { governments } = first(`${opening} signed an agreement with Tencent on cloud services.`);
    expect(governments).toMatchObject([{ name, region }]);
  });
});

describe('where a government is', () => {
  it.each([
    ['临安市政府与中国移动签署智慧城市协议。', 'CN-ZJ', '临安'],
    ['江津市人民政府与中国电信签署信息化协议。', 'CN-CQ', '江津'],
    ['九龙坡区石板镇与中国联通签署数字乡村协议。', 'CN-CQ', '九龙坡'],
    ['锡盟行署与中国联通签署信息化协议。', 'CN-NM', '锡盟'],
    ['马来西亚沙捞越州政府与华为签署云计算谅解备忘录。', 'MY-13', null],
    ['4月7日,巴西巴伊亚州州长与华为公司在公司深圳总部签署数据中心谅解备忘录。', 'BR-BA', null],
  ])('%s', (body, region, city) => expect(first(body).governments[0]).toMatchObject({ region, city }));

  it('names a town that is in no list, in the province the text tells', () => {
    expect(first('乌镇镇政府与中国移动桐乡分公司签署5G协议。').governments[0]).toEqual({
      name: '乌镇镇政府',
      region: 'CN-ZJ',
      city: null,
    });
  });

  it('takes both towns of two titles side by side', () => {
    const { governments } = first('宜兰县长、花莲县副县长与思科台湾总经理共同签署智慧城市合作备忘录。');
    expect(governments.map(({ region }) => region)).toEqual(['TW-ILA', 'TW-HUA']);
  });

  it.each([
    [
      'Six billion yuan is what China Mobile is to pay for a wireless city in Xinyang, after it and the municipal government signed an agreement. Xiamen was the first of them in China.',
      'CN-HA',
    ],
    ['BEIJING/HONG KONG : The eastern Jinhua city has signed a cloud agreement with Alibaba.', 'CN-ZJ'],
  ])('%s', (body, region) => expect(first(body).governments[0]?.region).toBe(region));

  it('has no region for a province of a country that it does not know', () => {
    expect(first('肯尼亚某郡政府与华为签署智慧城市合作协议。').governments[0]?.region).toBeNull();
  });

  it.each([
    '马来西亚政府与华为签署5G合作谅解备忘录。',
    '中国移动与招商局集团在香港签署5G合作协议。大连市政府代表见证。签约前,双方参观了前海。',
  ])('is no party: %s', (body) => expect(read(body).verdict).not.toBe('agreement'));
});

describe('whose news it is', () => {
  it('is the bank when title and lead are its own', () => {
    const body =
      '3月8日,建设银行绍兴分行与市政府签署战略合作协议。仪式上,市大数据局与浪潮集团签署数字绍兴合作协议。';
    expect(read(body, '市政府与建设银行绍兴分行签署战略合作协议').verdict).not.toBe('agreement');
  });
});

describe('place, day and sums', () => {
  it.each([
    ['3月8日,在位于西安的陕西联通公司总部,宝鸡市政府与陕西联通签订智慧城市协议。', '西安'],
    ['宝鸡市政府与陕西联通在台湾大道某大楼签订智慧城市协议。', null],
    ['3月8日,在乌镇举行的互联网大会上,绍兴市政府与腾讯签署云计算协议。', '乌镇'],
    ['在贵阳举办的大数据博览会期间,绍兴市政府与腾讯签署云计算协议。', '贵阳'],
    ['绍兴市政府与中国移动在绍签署5G协议。', '绍'],
  ])('place: %s', (body, place) => expect(first(body).place).toBe(place));

  it('gives each government its own day', () => {
    const { agreements } = read(
      '江苏省人民政府、苏州市人民政府在3月9日、3月8日先后与华为签署数字政府合作协议。',
    );
    expect(agreements.map(({ signedOn }) => signedOn?.date)).toEqual(['2021-03-09', '2021-03-08']);
  });

  it.each([
    ['未来5年,4家通信企业将在绍兴共投入17亿元以上。', [1_700_000_000]],
    ['去年全市电信业务总量增长14%,通信业投资3.2亿元。', []],
    ['打造产业规模达300亿元的基地。', []],
    ['公司还向绍兴大学捐赠人民币1000万元。', []],
  ])('sums: %s', (words, values) => {
    const { amounts } = first(`绍兴市政府与中国移动、中国电信签署5G合作协议。${words}`);
    expect(amounts.map(({ value }) => value)).toEqual(values);
  });
});

describe('who pays', () => {
  it.each([
    ['该公司将投入5亿元。', 'China Mobile'],
    ['项目总投资5亿元,由中国移动承担。', 'China Mobile'],
    ['合同金额5000万元,由市财政支付。', '绍兴市政府'],
    ['市政府每年安排专项资金1000万元。', '绍兴市政府'],
    ['项目总投资5亿元,由中国移动与某集团筹措。', null],
    ['项目总投资5亿元。', null],
  ])('%s', (words, payer) => {
    expect(first(`3月8日,绍兴市政府与中国移动签署5G协议。${words}`).amounts[0]?.payer).toBe(payer);
  });

  it.each([
    ['The operator is allocating $5 million.', 'Safaricom'],
    ['Safaricom will pay the county $5 million.', 'Safaricom'],
    ['The county will pay Safaricom $5 million.', 'Kisumu County Government'],
    ['The $5 million cost will be borne by Safaricom.', 'Safaricom'],
    ['The project is worth $5 million.', null],
  ])('%s', (words, payer) => {
    const { amounts } = first(
      `Kisumu County Government and Safaricom signed an agreement on fibre. ${words}`,
    );
    expect(amounts[0]?.payer).toBe(payer);
  });
});

describe('in English', () => {
  it('names a company by the acronym it spells out', () => {
    const { companies } = first(
      'The Punjab government and the National Radio and Telecommunication Corporation (NRTC) signed an agreement on smart city cameras.',
    );
    expect(companies).toEqual([
      { name: 'National Radio and Telecommunication Corporation', canonical: 'NRTC' },
    ]);
  });

  it.each([
    ['Kisumu County Government and Safaricom signed an agreement on fibre in Kisumu on Monday.', 'Kisumu'],
    ['Kisumu County Government and Safaricom signed an agreement on fibre at a Nairobi hotel.', 'Nairobi'],
    ['On a visit to Shenzhen, the Kisumu County Government signed an MoU on fibre with Huawei.', 'Shenzhen'],
    ['Kisumu County Government signed an MoU with Huawei on 5G at Davos.', 'Davos'],
    ['Kisumu County Government signed an agreement with Huawei to lay fibre in Kisumu.', null],
  ])('place: %s', (body, place) => expect(first(body).place).toBe(place));

  it('reads a day before its month, an agency’s dateline and the sum in a contract’s name', () => {
    const { signedOn, place, amounts } = first(
      'LAHORE, (APP - 9th Mar, 2021) On the 8th of March, in the city, the Punjab government signed with PTCL a Rs5 billion wireless network construction contract.',
    );
    expect(signedOn?.date).toBe('2021-03-08');
    expect(place).toBe('Lahore');
    expect(amounts[0]).toMatchObject({ value: 5_000_000_000, currency: 'PKR' });
  });
});

describe('what English reports tell beside the signing', () => {
  it.each([
    [
      "Kano State Government has signed an MoU with Huawei at the company's Shenzhen headquarters.",
      'Shenzhen',
    ],
    [
      'Odisha signed an MoU with Tech Mahindra on e-governance on Tuesday in the presence of the chief minister, the finance minister, the IT minister and two secretaries of the state in Davos.',
      'Davos',
    ],
    [
      'DAVAO, Philippines - The city government signed a broadband agreement with Globe at city hall on Monday.',
      'Davao',
    ],
  ])('the place of %s', (body, place) => expect(first(body).place).toBe(place));

  it('takes the value of an output for no price', () => {
    const body =
      'China Unicom and the Hubei government signed an agreement on 5G. China Unicom will invest 4 billion yuan. By 2025 the alliance under the agreement will strive for an output value of 50 billion yuan.';
    expect(first(body).amounts.map(({ value }) => value)).toEqual([4e9]);
  });

  it.each([
    [
      'Gulou District and the Fuzhou subsidiary of China Tower signed an agreement on 5G sites.',
      ['China Tower'],
    ],
    [
      'Smart, the wireless arm of PLDT, and the city government of Tagum signed an agreement on WiFi.',
      ['Smart'],
    ],
  ])('the companies of %s', (body, names) =>
    expect(first(body).companies.map(({ canonical }) => canonical)).toEqual(names),
  );
});

describe('the sums of an English report', () => {
  const sums = (words: string) =>
    first(`Hubei government and China Unicom signed an agreement on 5G. ${words}`).amounts.map(
      ({ value }) => value,
    );

  it.each([
    ['With five billion yuan China Unicom will establish a base.', [5e9]],
    ["9 billion yuan of the operator's money will go into coverage under the agreement.", [9e9]],
    ['The two deals total 44 million yuan.', []],
    ['The agreements run for three years. They total 44 million yuan.', [44e6]],
    ['2 billion yuan will be pooled by the company for the data centre.', [2e9]],
    ['The company is also making a 150,000 yuan donation to a school.', [150_000]],
    ['China Telecom agreed at the end of June to spend 2.5 billion yuan there.', []],
    ['The agreement cuts costs by about 100 million yuan.', []],
    [
      'The company plans to lay out 15 billion yuan under it. The agreement is to bring an added value of 60 billion yuan.',
      [15e9],
    ],
  ])('%s', (words, values) => expect(sums(words)).toEqual(values));
});

describe('names that are none of a company', () => {
  const names = (body: string) => first(body).companies.map(({ canonical }) => canonical);

  it.each([
    [
      'The Bureau for Information and Communications Technology of Osun State and MTN signed an agreement.',
      ['MTN'],
    ],
    [
      'Osun State Government Signs Deal With IHS Towers For Deployment Of Networks. It covers broadband.',
      ['IHS Towers'],
    ],
    ['Otsu City and NTT Docomo signed an agreement on 5G, Sina Tech News said.', ['NTT Docomo']],
    [
      'Bafoussam City Council signed an agreement with Cameroon Telecommunications, CAMTEL, on a smart city.',
      ['Camtel'],
    ],
  ])('%s', (body, expected) => expect(names(body)).toEqual(expected));

  it.each([
    ['the messaging app operator Nordlys Corp.', 'Nordlys'],
    ['Sanjeevan Infotech, a software firm of the town', 'Sanjeevan Infotech'],
    ['Caravan Works, said the managing director of Caravan Works', 'Caravan Works'],
  ])('and one that is: %s', (words, name) => {
    expect(names(`Otsu City signed an agreement on cloud services with ${words}.`)).toContain(name);
  });
});

describe('what Chinese reports tell beside the signing', () => {
  it.each([
    ['3月8日,绍兴市政府与中国电信在成都再次签署云计算协议。', '成都'],
    ['3月8日,绍兴市政府与阿里云在浙江省杭州市阿里巴巴总部签署云计算协议。', '杭州'],
    ['3月8日,绍兴市政府与中国电信云计算协议签约仪式在镜湖山庄举行。', '镜湖山庄'],
    ['中国电信与绍兴市政府云计算协议签约仪式8日走进诸暨市,市长出席。', '诸暨'],
    ['3月8日,绍兴市政府与中国电信签署云计算协议,地点就在杭州。', '杭州'],
    ['3月8日,绍兴市政府、中国电信三方在五菱宝骏基地签署云计算协议。', '五菱宝骏基地'],
    ['绍兴市政府昨与中国电信签署云计算协议。仪式于鉴湖天沐琴台举行。', '鉴湖天沐琴台'],
    ['无锡市政府与中国移动签署云计算协议的签约仪式在锡举行。', '锡'],
    ['绍兴市政府与中国电信签署协议,将在绍兴高新区建设云计算中心。', null],
    ['3月8日,在浙江省委书记见证下,绍兴市政府与华为代表双方在深圳签署云计算协议。', '深圳'],
  ])('the place of %s', (body, place) => expect(first(body).place).toBe(place));

  it.each([
    ['近三年中国电信投资近1000亿元。', []],
    ['继1月50亿元投资苏州、2月18亿元投资滁州之后,中国电信再投资3亿元。', [3e8]],
    ['此前中国电信在当地投资约20亿元。', []],
    ['浙江公司未来五年将在绍兴投入5亿元。', [5e8]],
    ['中国电信在近两年已投入4亿元的基础上,再投资10亿元。', [1e9]],
  ])('the sums of %s', (words, values) => {
    const { amounts } = first(`3月8日,绍兴市政府与中国电信浙江公司签署云计算协议。${words}`);
    expect(amounts.map(({ value }) => value)).toEqual(values);
  });

  it('reads the branch of a company with its company', () => {
    const { companies } = first('3月8日,绍兴市政府与中国铁塔公司绍兴分公司签署5G协议。');
    expect(companies).toEqual([{ name: '中国铁塔公司绍兴分公司', canonical: 'China Tower' }]);
  });

  it('takes the year of a folder in the address when nothing else tells one', () => {
    const url = 'https://news.example/difang/2012/xinxi_77.shtml';
    const body = '9月18日,浙江省教育厅与中国电信签署云计算协议。';
    const [agreement] = recognize({ url, title: null, body, published: null, language: null }).agreements;
    expect(agreement?.signedOn).toEqual({ date: '2012-09-18', precision: 'day' });
  });

  it('takes a signing that comes after an older one for the news', () => {
    expect(read('继2009年之后,3月8日绍兴市政府与中国电信再次签署云计算协议。').verdict).toBe('agreement');
  });
});

describe('the time an agreement is for', () => {
  it.each([
    ['到2027年年底前累计投入超过20亿元。', '到2027年年底', null, '2027', null],
    ['2021年投入2亿元,建塔1000座;2022-2023年投入3亿元;2024-2026年投入6亿元。', null, '2021', '2026', 6],
    [
      'It will invest 2 million yuan in 2021, 3 million yuan in 2022-2023 and 5 million in 2024-2026.',
      null,
      '2021',
      '2026',
      6,
    ],
    ['2021年投入2亿元;2023-2025年再投3亿元。', '2023-2025年', '2023', '2025', 3],
  ])('%s', (sentence, asWritten, from, to, years) => {
    const { period } = first(`3月8日,绍兴市政府与中国铁塔签署战略合作协议。${sentence}`);
    expect(period).toMatchObject({ from, to, years, ...(asWritten && { asWritten }) });
  });

  it('lists no more tranches than a page has', () => {
    const many = Array.from({ length: 400 }, (_, n) => `${2001 + (n % 40)}年投入2亿元;`).join('');
    const { period } = first(`3月8日,绍兴市政府与中国铁塔签署战略合作协议。${many}2041-2043年投入3亿元。`);
    expect(Number(period?.from)).toBeGreaterThan(2030);
  });
});
