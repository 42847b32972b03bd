/**
 * Notices of one site filled in from one form: pairs differ in date, amount or party and in nothing else.
 */
import type { Random } from './random.ts';
import type { Story } from './story.ts';
import { amountText, COMPANIES, dateText, type Language, PEOPLE, PLACES } from './vocabulary.ts';

export type Blank = 'date' | 'amount' | 'party';

/** `{date}`, `{amount}`, `{party}`, `{place}`, `{person}`; the last two are the same in both notices of a pair. */
const FORMS: Record<Language, { title: string; body: string }[]> = {
  zh: [
    {
      title: '{place}市公共资源交易中心中标公告',
      body: '{place}市公共资源交易中心就信息化建设项目组织公开招标，评标委员会于{date}完成评审，现将结果公告如下。\n中标供应商：{party}，中标金额：{amount}。\n供应商如有异议，可自公告之日起七个工作日内以书面形式向采购人提出质疑，逾期不予受理。\n联系人：{person}，地址：{place}市行政中心东楼。',
    },
    {
      title: '{place}市与{party}签署战略合作协议',
      body: '{date}，{place}市人民政府与{party}举行战略合作框架协议签约仪式，市领导{person}出席并见证签约。\n根据协议，{party}将投资{amount}，支持{place}新型智慧城市、工业互联网和数字乡村建设，助力地方经济高质量发展。\n双方将建立高层会晤和定期协商机制，成立工作专班，确保协议事项落到实处。',
    },
    {
      title: '关于计划停水的通知',
      body: '尊敬的用户：因供水管网改造施工需要，定于{date}对{place}市部分区域实施计划停水，请沿线单位和居民提前做好储水准备。\n本次改造由{party}承建，概算投资{amount}，施工期间给您带来的不便敬请谅解。\n如遇雨天施工时间顺延，恢复供水后请先放水数分钟再行使用。',
    },
    {
      title: '{place}市行政许可公示',
      body: '根据有关规定，现对{party}申请的电信业务经营许可事项予以公示，注册资本{amount}，受理日期{date}。\n公示期间任何单位和个人如有异议，请以书面形式实名向我局反映，我局将依法调查核实并予以答复。',
    },
    {
      title: '主要领导会见{party}客人',
      body: '{date}下午，市委书记{person}在市行政中心会见了{party}负责人一行，双方就深化务实合作进行了友好交流。\n{person}对客人的到来表示欢迎，并介绍了{place}的区位优势和产业基础，希望企业把更多项目布局到{place}。\n客人表示，看好{place}的发展前景，拟追加投资{amount}，为地方发展多作贡献。',
    },
    {
      title: '{place}市财政专项资金拨付情况公开',
      body: '为提高财政资金使用透明度，现将本期产业扶持专项资金拨付情况公开。\n收款单位：{party}；拨付金额：{amount}；拨付时间：{date}；资金用途：企业技术改造和设备更新补助。\n资金使用单位应当专款专用，自觉接受财政、审计部门监督检查。',
    },
  ],
  en: [
    {
      title: 'Contract award notice: {place}',
      body: 'The {place} procurement office announces that the contract for network equipment was awarded on {date} after an open procedure.\nThe successful bidder is {party} and the value of the contract is {amount} before tax.\nBidders may ask for a review within ten days of this notice. Questions go to {person} at the procurement office.',
    },
    {
      title: '{place} and {party} sign agreement',
      body: 'The government of {place} and {party} signed a framework agreement at a ceremony on {date} in the presence of Commissioner {person}.\nUnder the agreement {party} will spend {amount} on broadband, cloud services and digital skills for public schools.\nA joint committee will meet every quarter to follow the work and report to the assembly.',
    },
    {
      title: 'Notice of works',
      body: 'Residents of {place} are told that the main road will be closed for cable works from {date} and that traffic will be led over side streets.\nThe works are carried out by {party} at a cost of {amount}. The office regrets the inconvenience and thanks residents for their patience.',
    },
    {
      title: 'Licence granted to {party}',
      body: 'The regulator for {place} has granted {party} a licence to offer fixed wireless services with effect from {date}.\nThe licence fee is {amount} and has to be paid within thirty days. Objections may be lodged in writing with the registrar, {person}.',
    },
    {
      title: 'Grant decision',
      body: 'The board decided on {date} to support the modernisation of small firms in {place} and approved the application of {party}.\nThe grant amounts to {amount} and is paid in two instalments after inspection. The recipient keeps records for seven years and reports to {person}.',
    },
  ],
};

/** Two notices of one form that differ in the given blanks. */
export function noticePair(random: Random, language: Language, differ: Blank[]): [Story, Story] {
  const form = random.pick(FORMS[language]);
  const frame = { place: random.pick(PLACES[language]), person: random.pick(PEOPLE[language]) };
  const first = blanks(random, language);
  const second = { ...first };
  for (const blank of differ) {
    while (second[blank] === first[blank]) second[blank] = blanks(random, language)[blank];
  }
  const filled = (values: Record<Blank, string>): Story => ({
    title: put(form.title, { ...frame, ...values }),
    body: put(form.body, { ...frame, ...values }),
    language,
  });
  return [filled(first), filled(second)];
}

/** One notice of a random form. */
export function notice(random: Random, language: Language): Story {
  return noticePair(random, language, [])[0];
}

/** Every choice of blanks a pair can differ in. */
export const DIFFERENCES: Blank[][] = [
  ['date'],
  ['amount'],
  ['party'],
  ['date', 'amount'],
  ['date', 'amount', 'party'],
];

function blanks(random: Random, language: Language): Record<Blank, string> {
  return {
    date: dateText(random, language),
    amount: amountText(random, language),
    party: random.pick(COMPANIES[language]),
  };
}

function put(form: string, values: Record<string, string>): string {
  return form.replace(/\{(\w+)\}/g, (_, slot: string) => values[slot] ?? '');
}
