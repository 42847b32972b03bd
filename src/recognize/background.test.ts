/** Signings that are told, and are not the news: background, rumours, plans, other people's. */
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../settings/lexicon.ts';
import { createRecognizer } from './recognize.ts';

const recognize = createRecognizer(loadLexicon('config/lexicon'));
const verdict = (body: string, title: string | null = null): string =>
  recognize({ url: null, title, body, published: null, language: null }).verdict;

describe('no agreement', () => {
  it.each([
    ['over years', '三年来,江苏联通先后与南通市政府、泰州市政府签订战略合作协议,任务已完成九成。'],
    [
      'a bare year',
      '高原上的智慧牧场本月装上了一批新设备。2021年,青海省林草局与中国联通青海省分公司签署合作协议。',
    ],
    [
      'a month',
      '高原上的智慧牧场上周正式开栏。2024年11月,青海省农业农村厅与中国联通青海分公司签署合作协议。',
    ],
    [
      'an agreement of a year ago',
      '市长督办工地。该中心由市政府与华为于2023年8月签署的合作协议确定,主体已封顶。',
    ],
    ['three years on', '市政府向人大报告与华为公司的合作。协议签署三年来,任务完成大半。'],
    ['a rumour', '近日有账号发布“昭通市政府与华为签下大单”的视频。经查,该内容不实。'],
    ['a rumour in the title', '关于网传“我区与华为签订协议”的说明。我区从未与华为签订协议。'],
    [
      'approved, not signed',
      '会议审议通过《关于与中国移动宁夏公司签订合作协议的请示》。会议要求县政府修改文本后择期签署。',
    ],
    [
      'a list of projects',
      '据行业机构统计,去年全国智慧城市项目过千个。典型项目包括:龙岗区政数局与中国电信签约的视频专网运维项目。',
    ],
    [
      'dismissed',
      'The Plateau State Government has dismissed as false a report that it signed a contract with Starlink.',
    ],
    [
      'audited',
      'Half of the sites had no line. The work is done under an agreement that the State Education Department executed with Bharti Airtel in August 2021.',
    ],
    ['a company of the state', "Tasmania's TasNetworks and Optus sign a contract for a satellite link."],
    [
      'ground of other work',
      'The adviser showed the fibre trenches, dug in line with the partnership agreement signed with Ondo State by Phase3 Telecom in May.',
    ],
    ['years ago', '台中市與台灣大哥大四年前簽下智慧路口合約,迄今已完工兩百處。'],
    [
      'a next sentence that looks back',
      '那个上午,上饶市与江西移动在签约台前郑重签名签约。两年多来,江西移动兑现承诺。',
    ],
    [
      'a promise kept',
      'MTN opened a fibre line in Ogun State on Monday. The governor thanked MTN for keeping the promise made when both parties signed the memorandum.',
    ],
    [
      'a memorandum they have',
      'Sarawak goes on with Huawei, its premier said. The state and Huawei have a memorandum of understanding, signed when he was abroad.',
    ],
    [
      'the basis of work',
      'Duisburg and Huawei opened a centre on the basis of the memorandum they signed in January 2018.',
    ],
    ['next month', 'Penang will build a network with TM under an MoU they are to seal next month.'],
    [
      'two governments',
      'The Government of Karnataka and the Free State of Bavaria signed a declaration of intent. SAP and Nokia sent people.',
    ],
    [
      'trained under it',
      'Forty clerks got certificates as pilots trained under an agreement between the Bavarian state government and SAP.',
    ],
  ])('%s', (_why, body) => expect(verdict(body)).not.toBe('agreement'));
});

describe('an agreement', () => {
  it.each([
    'The Council of Tampere Region and Ericsson Finland have concluded a letter of intent on 5G.',
    "The state's Bureau of Information Technology and MTN Nigeria executed a Master Services Agreement in Lagos State.",
    'The regional government of Emilia-Romagna and Microsoft have extended by two years the protocol of understanding.',
    'Fourteen municipalities have signed a cooperation contract with A1 Telekom Austria for fibre.',
    '咸阳高新技术产业开发区管理委员会与阿里巴巴(陕西)信息服务有限公司签订跨境电商协议。',
  ])('%s', (body) => expect(verdict(body)).toBe('agreement'));
});

describe('a headline that denies', () => {
  it('speaks for the whole text', () => {
    const body = 'A letter says that Lagos State signed a contract with MTN. It bears a stamp.';
    expect(verdict(body)).toBe('agreement');
    expect(verdict(body, 'Contract for cameras a hoax, says Lagos')).toBe('none');
  });
});
