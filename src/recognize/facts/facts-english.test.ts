/** Facts of English reports of one or two sentences: whose name it is, where, when, and which sum is none. */
import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../domain/agreement.ts';
import { loadLexicon } from '../../settings/lexicon.ts';
import { createRecognizer } from '../recognize.ts';

const recognize = createRecognizer(loadLexicon('config/lexicon'));

function only(body: string, title: string | null = null): Agreement {
  const { agreements } = recognize({ url: null, title, body, published: null, language: 'en' });
  const [agreement] = agreements;
  if (!agreement || agreements.length > 1) throw new Error(`${agreements.length} agreements in ${body}`);
  return agreement;
}

describe('companies', () => {
  it.each([
    [
      'Fuzhou Municipal Government signed an agreement with Beijing Baidu Netcom Science and Technology Co., Ltd. on big data.',
      ['Baidu'],
    ],
    [
      'The Suzhou municipal government and Chinasoft International Co., Ltd. signed a cooperation agreement on software.',
      ['Chinasoft International'],
    ],
    [
      'The New Taipei City Government signed a memorandum with Amazon Web Services at Far Eastern Group’s Telecom Park.',
      ['Amazon Web Services'],
    ],
    [
      'Mayor Cruz of Parañaque City and PayMaya, owned by PLDT-backed Voyager Innovations, inked a memorandum of agreement on payments online.',
      ['PayMaya'],
    ],
    [
      'The city of Manila and PLDT-Smart Communications signed an agreement on free Wi-Fi.',
      ['PLDT', 'Smart'],
    ],
    [
      'The Anderson County Commissioners Court approved and signed an agreement with East Plains Broadband on fiber.',
      ['East Plains Broadband'],
    ],
    [
      'The Gujarat government signed a letter of intent with Starlink, a subsidiary of Elon Musk’s SpaceX, on satellite internet.',
      ['Starlink'],
    ],
    [
      'The Jaffna Municipal Council has signed an agreement with edotco Services Lanka, the tower company of the Axiata group, on smart poles.',
      ['edotco'],
    ],
    [
      'Makueni county officials and their counterparts at Safaricom Kenya Ltd and Open Field Digital Labs (OFDL) appended their signatures to a memorandum on Wi-Fi.',
      ['Safaricom', 'Open Field Digital Labs'],
    ],
    [
      'The Provincial Government of Guizhou and Oskello signed a framework agreement on cloud computing and big data. Oskello will open a data centre.',
      ['Oskello'],
    ],
    [
      'Brightspeed (Connect Holding II LLC) and Henderson County, Texas, signed an agreement on fiber for 5,000 homes.',
      ['Brightspeed'],
    ],
    [
      'The Holy Capital Municipality in Makkah has signed agreements on 5G with Etihad Etisalat "Mobily" and Mobile Telecommunications Company "Zain".',
      ['Mobily', 'Zain'],
    ],
    [
      'A contract on mobile wallets was signed between the Punjab Information Technology Board (PITB), the provincial Agriculture Department and telecom company Telenor Pakistan.',
      ['Telenor'],
    ],
    [
      'The towns of Nokia and Kangasala have signed an agreement with TeliaSonera on local area networks.',
      ['TeliaSonera'],
    ],
    [
      'The Regency Government of Taliabu signed a memorandum with PT Fajar Jaringan Nusantara on an internet network.',
      ['PT Fajar Jaringan Nusantara'],
    ],
    [
      'Birmingham City Council and MBNL, the joint venture of EE and Three, have signed leases for 5G under the Electronic Communications Code.',
      ['MBNL'],
    ],
    [
      'The Baguio city government signed an agreement with the Quezon City-based Advan Tech Solutions on an underground fiber network.',
      ['Advan Tech Solutions'],
    ],
    [
      'Milton Keynes Council signed a contract with BT Openreach to bring Superfast Broadband to the villages.',
      ['Openreach'],
    ],
    ['Sakai City and Nippon Telegraph and Telephone West renewed their agreement on ICT.', ['NTT West']],
  ])('%s', (body, names) => {
    expect(only(body).companies.map(({ canonical }) => canonical)).toEqual(names);
  });

  it.each([
    [
      'Texas Awards Contract to Improve Telecom Services',
      'Texas has signed AT&T to a contract for voice and data.',
      'AT&T',
    ],
    [
      'City-Wide Fiber Network Coming to Pine Hollow',
      'SiFi Networks and the City of Pine Hollow have entered into a Development Agreement on a fiber network.',
      'SiFi Networks',
    ],
  ])('not the words of a headline: %s', (title, body, name) => {
    const { agreements } = recognize({ url: null, title, body, published: null, language: 'en' });
    expect(agreements.flatMap(({ companies }) => companies.map(({ canonical }) => canonical))).toEqual([
      name,
    ]);
  });
});

describe('regions', () => {
  it.each([
    ['The Province of B.C. has signed a contract with Telus for its phone services.', 'CA-BC'],
    ['Meta Platforms has concluded an agreement with the AP government on services over WhatsApp.', 'IN-AP'],
    ['Dublin, Ohio, is to have fiber, now that the city and altafiber have signed an agreement.', 'US-OH'],
    ['SiFi Networks and the City of Alta Rivera have entered into an agreement on a fiber network.', null],
  ])('%s', (body, region) => {
    expect(only(body).governments.map((one) => one.region)).toEqual([region]);
  });
});

describe('days', () => {
  it.each([
    [
      'During the IT Summit 2016, on March 26, Shenzhen Municipal Government and Tencent entered into a framework agreement.',
      '2016-03-26',
    ],
    [
      'Davos, January 17, 2024: Karnataka on Tuesday signed a memorandum of understanding with Microsoft on cloud.',
      '2024-01-16',
    ],
    [
      '[Chattogram, September 16, 2025] Chattogram City Corporation and Grameenphone are partners now. Their memorandum on a smart city was signed on September 15.',
      '2025-09-15',
    ],
    [
      'date 2016-08-19 LAHORE, Aug 18: The Punjab government and Telenor Pakistan signed an agreement yesterday on registration by mobile phone.',
      '2016-08-17',
    ],
    [
      'By a reporter\n08:51, November 02, 2012\nShanghai and Microsoft signed a cloud agreement yesterday, the company said.',
      '2012-11-01',
    ],
    [
      'Converge committed to fiber in the agreement it signed with the Benguet provincial government on Friday (Sept. 17, 2021).',
      '2021-09-17',
    ],
    [
      'The Yapen Regency Government and Telkomsel signed a memorandum on mobile services. The regent was glad. The signing took place in Central Jakarta, Tuesday (17/1/2018).',
      '2018-01-17',
    ],
    [
      'Futaba Town and NTT Docomo have concluded an agreement on ICT. Date of conclusion: October 8, 2021 (Friday).',
      '2021-10-08',
    ],
    [
      '(AG Portal) - 15/08/2025. On August 14, the An Giang Provincial People’s Committee and Viettel signed an agreement on digital government.',
      '2025-08-14',
    ],
    [
      'On December 25, 2020 Kaohsiung City Mayor Chen gave out certificates and on behalf of the government signed an MoU on smart city services with Chunghwa Telecom.',
      '2020-12-25',
    ],
    [
      'Pekin aldermen met Tuesday, March 21, 2017, and took up the following:\n* FIBER - the resolution passed, after which Mayor Fritz signed the fiber franchise agreement with Mid Century Telephone Cooperative.',
      '2017-03-21',
    ],
  ])('%s', (body, date) => {
    expect(only(body).signedOn?.date).toBe(date);
  });
});

it('takes the year of a day from the one that the headline tells', () => {
  const body =
    'The contract for the fiber project was signed by the City of Rigby and Direct Communications on November 8.';
  expect(only(body, 'City council, regular meeting November 15, 2022').signedOn?.date).toBe('2022-11-08');
});

describe('places', () => {
  it.each([
    ['Google and the Goa Government signed a memorandum on cloud services in the capital, Panaji!', 'Panaji'],
    [
      'Karnataka signed a memorandum with Microsoft on Tuesday at the World Economic Forum in Davos, a statement said.',
      'Davos',
    ],
    [
      'The mayor of Barcoo sat down with Telstra in Windorah last week and signed the contract for an optic fibre line.',
      'Windorah',
    ],
    [
      'The Shanxi Provincial Government and Huawei signed an agreement to develop the digital economy in Taiyuan, capital of the province, on July 29.',
      'Taiyuan',
    ],
    [
      'ILORIN - The Kwara State Government and MTN signed an agreement on broadband at the Government House on Tuesday.',
      'Ilorin',
    ],
    [
      'At the Digital Week Forum in Rimini this week, Maharashtra signed a memorandum with NTT on data centres.',
      'Rimini',
    ],
    [
      'MAASIN CITY, Southern Leyte - Governor Mercado of Southern Leyte signed here on Tuesday an agreement with Smart Communications on text messages.',
      'Maasin City',
    ],
  ])('%s', (body, place) => {
    expect(only(body).place).toBe(place);
  });
});

describe('sums', () => {
  it('counts what a government is putting up', () => {
    expect(
      only(
        'The Shenyang city government and IBM signed an agreement on a smart city laboratory. The city government is putting up to 300 million yuan into it.',
      ).amounts,
    ).toMatchObject([{ value: 300_000_000, currency: 'CNY' }]);
  });
  it.each([
    [
      'The Qingdao government and China Telecom signed an agreement. China Telecom puts 2 billion yuan into its network. Out of this, 1 billion yuan is for the information service base.',
      [2_000_000_000, 1_000_000_000],
    ],
    [
      'Microsoft and the Hangzhou government signed a memorandum on a cloud center. Microsoft promised in November 2008 to spend US$1 billion on research.',
      [],
    ],
    [
      'Optus has inked an AU$20 million contract with the Townsville City Council on mobile and cloud. The telco would separately spend $5 million on mobile coverage.',
      [20_000_000],
    ],
    [
      'Tata Consultancy Services is to supply the job scheme in West Bengal, a Rs 103 crore job. The state rural development department signed the agreement on Friday.',
      [1_030_000_000],
    ],
    [
      'The Anderson County Commissioners Court signed an agreement with East Plains Broadband: $300,000 for fiber into downtown.',
      [300_000],
    ],
    [
      'The Uttar Pradesh Government and Yotta signed a memorandum by which Yotta will invest Rs 39,000 crore in a data centre. The policy had achieved its investment target of Rs 20,000 crore.',
      [390_000_000_000],
    ],
    [
      'Leicestershire County Council has signed a £16.9 million contract with BT on superfast broadband. The council is putting in £4.1 million and BT £8.3 million.',
      [16_900_000, 4_100_000, 8_300_000],
    ],
    [
      'Central Bedfordshire Council signed a contract with Openreach on fibre. Central Bedfordshire Council is investing an additional £1.2 million. It bid for a share of the £530m fund.',
      [1_200_000],
    ],
    [
      'The City of Edinburgh Council has signed a £100m, six-year extension to its contract with CGI on ICT services.',
      [100_000_000],
    ],
    [
      'MobiFone, which pledges US$22.4 million, signed a memorandum with the Hanoi People’s Committee on telecom cables and will invest VND500 billion (US$22.4 million).',
      [500_000_000_000],
    ],
    [
      'Cumbria County Council and BT have sealed a fibre contract. It is worth not the £70m that had been going round, but £51m, and BT will contribute £15m.',
      [51_000_000, 15_000_000],
    ],
    [
      'The Sunshine Coast Council has signed a contract with RTI Connectivity on undersea fibre. Under it the firm will build the $35 million link; modelling says it could be worth $927 million to the State.',
      [35_000_000],
    ],
    [
      'The Busan city government sealed a deal with SK Telecom on a smart city. The agreement includes a 100 billion won (US$94.8 million) research center.',
      [100_000_000_000],
    ],
    [
      'A joint agreement worth nearly GBP 60 million has been signed by BT with Herefordshire Council on broadband. A further GBP 18.17 million comes from Whitehall, GBP 10.1 million from Herefordshire and GBP 7.5 million from Gloucestershire.',
      [60_000_000, 18_170_000, 10_100_000, 7_500_000],
    ],
    [
      'Using $6.9 million of its grant, the agreement will pay for a backbone which Newton County, Missouri, and ALLO Communications signed for.',
      [6_900_000],
    ],
  ])('%s', (body, values) => {
    expect(only(body).amounts.map(({ value }) => value)).toEqual(values);
  });
});

it('counts dollars in the money of the government that signs', () => {
  const { amounts } = only(
    'The Queensland Government has signed an $8 million software agreement with Microsoft.',
  );
  expect(amounts.map(({ currency }) => currency)).toEqual(['AUD']);
});

it('reads the topics of a list whose items are ticked', () => {
  const items = ['AI centres in three towns', 'Hybrid cloud', 'Cybersecurity', 'Training for students'];
  const body = `MoU signed today between the Govt of Maharashtra and IBM at Mantralaya.\n${items.map((one) => `✅ ${one}`).join('\n')}`;
  expect(only(body).topics).toEqual(expect.arrayContaining(['AI', 'cloud', 'security']));
});
