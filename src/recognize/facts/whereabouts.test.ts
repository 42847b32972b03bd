/** Where an English report says that it was signed, and which region its government is of. */
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../settings/lexicon.ts';
import { createRecognizer } from '../recognize.ts';

const recognize = createRecognizer(loadLexicon('config/lexicon'));
const first = (body: string) => {
  const [agreement] = recognize({
    url: null,
    title: null,
    body,
    published: '2021-03-10',
    language: null,
  }).agreements;
  if (!agreement) throw new Error(`no agreement in ${body}`);
  return agreement;
};

describe('the place', () => {
  it.each([
    [
      'The signing ceremony of an agreement between the Shanxi Provincial Government and Huawei, meant to boost ties, took place on July 29 in Taiyuan, capital of the province.',
      'Taiyuan',
    ],
    [
      'The secretary of Jiangsu met with Pony Ma, chairman of Tencent, in Nanjing on Wednesday. Ma told of his plans. After the meeting Jiangsu province and Tencent signed a cooperation agreement on cloud computing.',
      'Nanjing',
    ],
    [
      'Panaji, the capital of Goa, saw Google and the Goa Government sign an MoU on cloud on Monday.',
      'Panaji',
    ],
    [
      'The minister came to Mumbai, where the Government of Maharashtra today signed a letter of intent with Starlink.',
      'Mumbai',
    ],
    [
      'In San Francisco, Maharashtra chief minister Fadnavis has signed a memorandum with Cisco on a smart city.',
      'San Francisco',
    ],
    [
      'On May 9, in Nam Ly ward, the Quang Tri Provincial People’s Committee and VNPT signed an agreement on 5G.',
      'Nam Ly',
    ],
    [
      'Robi Axiata and Dhaka North City Corporation signed a smart city memorandum at Nagar Bhaban in Gulshan of the capital.',
      'Gulshan',
    ],
    [
      'The Bengkulu Provincial Government and Telkom signed an MoU on internet in the meeting room in Bengkulu (26/4/2018).',
      'Bengkulu',
    ],
    [
      'The Ningxia government and China Telecom signed an agreement on cloud. The secretary met in Yinchuan with the chairman, and together they witnessed the signing.',
      'Yinchuan',
    ],
    [
      'The secretary led a delegation to Shenzhen. He witnessed the signing of an agreement between Jinhua Economic Development Zone and Tencent Cloud.',
      'Shenzhen',
    ],
    [
      'September 29, 2014 IST - Visakhapatnam\nGoogle and the Andhra Pradesh government signed an MoU on digital villages at a conclave here.',
      'Visakhapatnam',
    ],
    ['Tamil Nadu government and Google inked an MoU in Mountain View to set up AI labs.', 'Mountain View'],
    ['The Sabah government sealed a memorandum with Huawei to accelerate digital change in Sabah.', null],
  ])('%s', (body, place) => expect(first(body).place).toBe(place));
});

describe('the region', () => {
  const region = (body: string) => first(body).governments[0]?.region;

  it.each([
    ['Google will build in Kansas City, Kansas; it signed an agreement on fiber with the city.', 'US-KS'],
    ['WESTMINSTER, MD - The City of Westminster and Ting signed a contract on fiber last week.', 'US-MD'],
    ['Spokane County, Washington has concluded an agreement on broadband with Comcast.', 'US-WA'],
    [
      'LINCOLN, Neb. (Dec. 4) - The mayor and ALLO Communications signed the broadband agreement. Google had chosen Kansas City.',
      'US-NE',
    ],
    [
      'In Moscow an agreement on fibre was signed. Their signatures put the governor of the Murmansk region and the president of Rostelecom. Moscow was glad.',
      'RU-MUR',
    ],
    [
      '30 billion yuan flow from Tencent in Shenzhen into Huailai county; the agreement on cloud was signed by the county and the company.',
      'CN-HE',
    ],
    [
      'Beijing only 300 kilometers off: that is what Ulanqab offered. An agreement on cloud was signed by Huawei and the city government.',
      'CN-NM',
    ],
    ['Rostov Region and MTS signed an agreement on 5G.', 'RU-ROS'],
    ['Cần Thơ and Viettel signed an agreement on 5G.', 'VN-CT'],
  ])('%s', (body, code) => expect(region(body)).toBe(code));

  it('takes two capitals behind a comma for a state only at the end of what is said', () => {
    const body = 'In Springfield, IN the hall, the Lagos State Government and MTN signed an agreement on 5G.';
    expect(region(body)).toBe('NG-LA');
  });
});
