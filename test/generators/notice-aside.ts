/**
 * Notices of forms that the judge of copies was never tuned on: other sites, other wording, dates, amounts and
 * parties of other kinds (people, schools, villages, issues, percentages, plain dates).
 */
import type { Blank } from './notice.ts';
import type { Random } from './random.ts';
import type { Story } from './story.ts';
import type { Language } from './vocabulary.ts';

interface Form {
  title: string;
  body: string;
  date: (random: Random) => string;
  amount: (random: Random) => string;
  party: string[];
}

const figure = (low: number, high: number, unit: string) => (random: Random) =>
  `${random.int(low, high)}${unit}`;
const hanDay = (random: Random) =>
  `二〇二${'一三四五'[random.int(0, 3)]}年${'三四五六七八九'[random.int(0, 6)]}月${'二三四五六七八九'[random.int(0, 7)]}日`;
const isoDay = (random: Random) => `202${random.int(0, 5)}-0${random.int(1, 9)}-1${random.int(0, 9)}`;
const weekday = (random: Random) =>
  `${random.pick(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])} ${random.int(2, 27)} March`;

const FORMS: Record<Language, Form[]> = {
  zh: [
    {
      title: '任前公示',
      body: '根据干部选拔任用工作有关规定，现将拟任职人选予以公示。{party}，男，汉族，中共党员，大学学历，现任县直机关副科长，拟任乡镇党政正职。\n公示时间自{date}起五个工作日。公示期间，如对公示对象有异议，可通过来信、来电、来访等形式向县委组织部反映，反映情况须实事求是。\n受理电话：{amount}。',
      date: hanDay,
      amount: figure(6_100_000, 6_999_999, ''),
      party: ['祁玉山', '韩生贵', '拉毛才让', '严发祥', '冶成明', '多杰太'],
    },
    {
      title: '農村自來水工程開工消息',
      body: '縣政府農業處表示，{party}自來水延管工程預定於{date}動工，工程經費{amount}，完工後可解決當地居民長期飲用山泉水的困擾。\n農業處提醒，施工期間部分路段將單線通行，請用路人放慢車速並遵守現場指揮。\n處長說，縣府會持續向中央爭取經費，改善偏遠部落的用水品質。',
      date: (random) => `${random.int(1, 12)}月${random.int(1, 28)}日`,
      amount: figure(120, 990, '萬元'),
      party: ['豐濱村', '秀姑巒部落', '壽豐鄉溪口', '瑞穗鄉富源', '玉里鎮春日里'],
    },
    {
      title: '空气质量周报',
      body: '市环境监测中心站发布周报，监测时段截至{date}，城区环境空气质量优良天数比例为{amount}，首要污染物为细颗粒物。\n各监测点位中，{party}点位综合指数最低，空气质量相对最好。预计下周大气扩散条件一般，敏感人群应减少户外剧烈运动。',
      date: isoDay,
      amount: (random) => `${random.int(50, 99)}.${random.int(1, 9)}%`,
      party: ['植物园', '火车站', '师范学院', '滨河路', '东关小学'],
    },
    {
      title: '拍卖公告',
      body: '受委托，我公司定于{date}上午在公司拍卖大厅公开拍卖{party}名下的商业用房一处，参考价{amount}，竞买保证金须于拍卖前一日到账。\n标的以现状为准，展示期间自行踏勘，成交后过户税费按国家规定各自承担。有意者请持有效证件办理竞买登记手续。',
      date: (random) => `${random.int(1, 12)}月${random.int(1, 28)}日`,
      amount: figure(55, 980, '万元'),
      party: ['宏达商贸行', '老渡口酒楼', '永兴面粉厂', '金穗合作社', '天河旅社'],
    },
    {
      title: '校园招聘预告',
      body: '就业指导处消息，{party}将于{date}到我校举办专场招聘会，计划招收应届毕业生{amount}，专业不限，待遇面议。\n请有意向的同学携带个人简历、成绩单及获奖证书复印件准时参加，会后将安排现场面试，其他事宜见就业信息网通知。',
      date: (random) => `${random.int(3, 12)}月${random.int(1, 28)}日`,
      amount: figure(12, 260, '名'),
      party: ['顺丰速运', '蒙牛乳业', '海底捞', '比亚迪', '牧原食品', '三一重工'],
    },
    {
      title: '项目环境影响评价审批公示',
      body: '根据建设项目环境影响评价审批程序的有关规定，经审查，我局拟对{party}报批的扩建项目作出审批意见，现予公示，受理日期{date}。\n项目总投资{amount}，其中环保投资占比约百分之三，主要污染防治措施包括废水预处理、废气收集和噪声隔离。\n公示期内可向我局提出意见，逾期视为无异议。',
      date: isoDay,
      amount: figure(800, 9_800, '万元'),
      party: ['恒源水泥', '鑫盛化工', '绿洲纸业', '华泰铸造', '北方炭素', '天池乳品'],
    },
  ],
  en: [
    {
      title: 'Weekly market report',
      body: 'Traders at the central market reported brisk business for the week ending {date}, with maize changing hands at {amount} a bag.\nPrices were steady for beans and onions. Most of the supply came from farmers near {party}, where the harvest has been early this year.',
      date: weekday,
      amount: figure(2_100, 4_900, ' shillings'),
      party: ['Kitale', 'Eldoret', 'Bungoma', 'Narok', 'Nyeri'],
    },
    {
      title: 'Planning application received',
      body: 'An application has been received from {party} for the erection of a telecommunications mast with a height of {amount} on land off the station road.\nThe plans may be viewed at the council offices during opening hours. Comments should reach the planning officer by {date} and quote the reference of the application.',
      date: (random) => `${random.int(1, 28)}/${random.int(1, 12)}/2021`,
      amount: figure(12, 45, ' metres'),
      party: [
        'Mrs J. Hollis',
        'Brackley Farms',
        'Messrs Dunn and Sons',
        'the parish of St Anne',
        'Cornerstone Infrastructure',
      ],
    },
    {
      title: 'Match postponed',
      body: 'The league has confirmed that the home fixture against {party} will not be played as planned and has been moved to {date}.\nTickets remain valid. Supporters who cannot attend may claim a refund of {amount} from the box office within two weeks of this announcement.',
      date: weekday,
      amount: (random) => `£${random.int(8, 60)}.50`,
      party: ['Harrogate', 'Accrington', 'Barrow', 'Crewe', 'Walsall'],
    },
    {
      title: 'Water tariff order',
      body: 'The commission has approved the petition of {party} to adjust its tariff by {amount} per cent with effect from billing in {date}.\nThe utility has to publish the new rates in a newspaper of general circulation and to report on losses every six months. Customers may file a motion for reconsideration.',
      date: (random) => random.pick(['January', 'April', 'June', 'August', 'October']),
      amount: figure(3, 29, ''),
      party: [
        'Bacolod Water District',
        'Laguna Water',
        'Metro Iloilo Utilities',
        'the Tagum cooperative',
        'Subic Waterworks',
      ],
    },
    {
      title: 'Vacancy: district engineer',
      body: 'Applications are invited for the post of district engineer in {party}. The successful candidate will supervise road maintenance and report to the chief engineer.\nThe salary is {amount} a year with the usual allowances. Letters with two references must arrive not later than {date}. Women are encouraged to apply.',
      date: (random) => `${random.int(1, 28)} ${random.pick(['May', 'July', 'September', 'November'])}`,
      amount: (random) => `R${random.int(310, 690)} 000`,
      party: ['Umzinyathi', 'Zululand', 'Amathole', 'Sekhukhune', 'Garden Route'],
    },
  ],
};

/** Two notices of one form kept aside that differ in the given blanks. */
export function asidePair(random: Random, language: Language, differ: Blank[]): [Story, Story] {
  const form = random.pick(FORMS[language]);
  const draw = (): Record<Blank, string> => ({
    date: form.date(random),
    amount: form.amount(random),
    party: random.pick(form.party),
  });
  const first = draw();
  const second = { ...first };
  for (const blank of differ) while (second[blank] === first[blank]) second[blank] = draw()[blank];
  const put = (text: string, values: Record<string, string>) =>
    text.replace(/\{(\w+)\}/g, (_, slot: string) => values[slot] ?? '');
  return [first, second].map((values) => ({
    title: put(form.title, values),
    body: put(form.body, values),
    language,
  })) as [Story, Story];
}
