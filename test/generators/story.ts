/**
 * Invented news: each story is put together from clauses with names and figures of its own.
 *
 * `story` uses whole sentences that other stories use too, filled in otherwise, as officials' news does. `loose`
 * strings words together by their frequency, for filling a store with texts that have nothing in common.
 */
import type { Random } from './random.ts';
import { amountText, COMPANIES, dateText, type Language, PEOPLE, PLACES } from './vocabulary.ts';

export interface Story {
  title: string;
  body: string;
  language: Language;
}

const SENTENCES: Record<Language, string[]> = {
  zh: [
    '{date}，{place}市人民政府与{company}在{place}签署战略合作框架协议，市长{person}、公司总经理{person}出席签约仪式并致辞。',
    '根据协议，{company}将在未来{n}年内投入{amount}，用于建设{place}的光纤宽带、5G基站和云计算数据中心。',
    '{person}表示，{place}正处在转型发展的关键时期，希望双方以此次签约为契机，深入推进各领域合作，实现互利共赢。',
    '{person}指出，{company}将充分发挥网络、技术和人才优势，积极支持{place}的数字政府、智慧医疗和智慧教育建设。',
    '据了解，今年前{n}个月，{place}规模以上工业增加值同比增长{p}%，软件和信息服务业营业收入达到{amount}。',
    '记者从{place}市统计局获悉，全市常住居民人均可支配收入{m}元，比上年增长{p}%，其中农村居民收入增速更快。',
    '{place}市教育局{date}发布通知，要求各学校在{date}前完成校舍安全排查，对发现的{n}处隐患逐一整改销号。',
    '连日来，{place}气象部门发布{n}次暴雨预警，当地组织{m}名干部群众转移，没有人员伤亡报告。',
    '在{place}高新区的一处工地上，{m}名工人正在安装设备，项目负责人{person}告诉记者，主体工程预计{date}封顶。',
    '医院副院长{person}介绍，新大楼总投资{amount}，设床位{m}张，投入使用后可缓解周边{n}个街道群众看病难的问题。',
    '{place}至{place}的高速公路{date}正式通车，全长{m}公里，两地车程由{n}小时缩短到一半。',
    '活动现场，{n}家企业与{place}达成采购意向，金额{amount}，涉及农产品加工、物流和电子商务。',
    '专家{person}认为，产业升级不能只看设备投入，更要重视人才培养，{place}的做法值得其他地区借鉴。',
    '下一步，{place}将完善体制机制，强化要素保障，推动{n}个重点项目尽快落地见效。',
    '村民{person}家今年种了{n}亩苹果，通过网络直播卖出{m}箱，收入比往年多了一倍。',
    '会议审议通过了{place}市{n}项地方性法规的清理方案，决定废止与上位法不一致的条款。',
    '{company}负责人{person}说，企业在{place}设立的研发中心已有工程师{m}人，明年还将扩大规模。',
    '市民反映的停车难问题有了进展，{place}交警支队{date}起新增泊位{m}个，并开放{n}处机关停车场。',
    '文化馆里正在展出{person}收藏的{m}件老照片，讲述{place}城市变迁的故事，展览持续到{date}。',
    '检察机关对{person}涉嫌受贿一案提起公诉，指控其非法收受财物共计{amount}。',
  ],
  en: [
    'The {place} government and {company} signed a memorandum of understanding on {date} to extend broadband to rural schools, officials said.',
    'Under the deal the company will invest {amount} over {n} years in fibre, data centres and training for young engineers.',
    '{person}, who heads the regional office of {company}, told reporters that work in {place} would begin before {date}.',
    'Commissioner {person} said the partnership would create {m} jobs and bring {n} districts of {place} onto the network.',
    'Figures released on {date} show that retail prices in {place} rose by {p} per cent, the fastest pace in {n} years.',
    'Farmers around {place} lost {m} hectares of maize to the floods, and the relief agency has asked for {amount}.',
    'The court in {place} sentenced {person} to {n} years in prison for taking bribes worth {amount}.',
    'A bridge on the road from {place} to {place} will stay closed until {date} after inspectors found {n} cracks in a pillar.',
    'Researchers led by {person} followed {m} patients and found that those who walked every day slept {p} per cent longer.',
    'Teachers in {place} called off a strike that had kept {m} pupils at home after the council promised {amount} in arrears.',
    'The museum will show {m} photographs from the collection of {person}, many of them never seen in {place} before.',
    'Police in {place} arrested {n} men on {date} and recovered {m} stolen phones from a warehouse near the harbour.',
    '{company} reported a profit of {amount} for the quarter, helped by demand from {place} and lower costs.',
    'A new clinic with {n} beds opened in {place} on {date}; it will serve {m} families who used to travel for hours.',
    'Coach {person} praised his side after the {n}-nil win in {place}, watched by {m} spectators.',
    'The council voted to plant {m} trees along the river at a cost of {amount}, although {person} had asked for more time.',
    'Ferry services between {place} and the islands resume on {date} with {n} crossings a day.',
    'Engineers expect the dam above {place} to reach {p} per cent of its capacity, said {person} of the water board.',
  ],
};

/** A story of four to ten sentences in two to five paragraphs. */
export function story(random: Random, language: Language): Story {
  const sentences = random
    .sample(SENTENCES[language], random.int(5, 10))
    .map((one) => fill(one, random, language));
  const lines: string[] = [];
  for (let at = 0; at < sentences.length; ) {
    const size = random.int(1, 3);
    lines.push(sentences.slice(at, at + size).join(language === 'zh' ? '' : ' '));
    at += size;
  }
  return { title: titleOf(random, language), body: lines.join('\n'), language };
}

export function titleOf(random: Random, language: Language): string {
  const forms = {
    zh: [
      '{place}与{company}签署战略合作协议',
      '{place}：{n}个项目集中开工',
      '{person}到{place}调研',
      '{company}在{place}投资{amount}',
    ],
    en: [
      '{place} signs with {company}',
      '{company} to invest {amount} in {place}',
      '{person} visits {place}',
      '{place} opens {n} new schools',
    ],
  };
  return fill(random.pick(forms[language]), random, language);
}

/** Fills `{place}`, `{company}`, `{person}`, `{date}`, `{amount}`, `{n}` (small), `{m}` (large), `{p}` (per cent). */
export function fill(form: string, random: Random, language: Language): string {
  return form.replace(/\{(\w+)\}/g, (_, slot: string) => {
    if (slot === 'place') return random.pick(PLACES[language]);
    if (slot === 'company') return random.pick(COMPANIES[language]);
    if (slot === 'person') return random.pick(PEOPLE[language]);
    if (slot === 'date') return dateText(random, language);
    if (slot === 'amount') return amountText(random, language);
    if (slot === 'n') return String(random.int(2, 30));
    if (slot === 'm') return String(random.int(100, 9_000));
    return (random.int(10, 300) / 10).toFixed(1);
  });
}

/** Text of words drawn by Zipf's law from 20,000 invented ones, in so many sentences of about 14 words. */
export function loose(random: Random, language: Language, sentences = random.int(8, 16)): Story {
  const sentence = () => {
    const picked = Array.from({ length: random.int(8, 20) }, () => word(zipf(random), language));
    return language === 'zh' ? `${picked.join('')}。` : `${picked.join(' ')}.`;
  };
  const body = Array.from({ length: sentences }, sentence).join('\n');
  return { title: sentence(), body, language };
}

function zipf(random: Random): number {
  return Math.floor(20_000 ** random.next());
}

function word(rank: number, language: Language): string {
  if (language === 'zh') {
    const [a, b] = [(rank * 7919) % 6_000, (rank * 104_729) % 3_000];
    return String.fromCodePoint(0x4e00 + a) + (rank > 40 ? String.fromCodePoint(0x5e00 + b) : '');
  }
  const syllables = 'ba ce di fo gu ha ke li mo nu pa re si to vu wa ye zi'.split(' ');
  let text = '';
  for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / syllables.length)) {
    text += syllables[rest % syllables.length];
  }
  return text;
}
