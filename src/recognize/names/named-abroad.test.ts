/** Divisions of the ISO table, and companies that are read only at home, in a row, or by what the text calls them. */
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../settings/lexicon.ts';
import { createRecognizer } from '../recognize.ts';

const recognize = createRecognizer(loadLexicon('config/lexicon'));
const facts = (body: string) =>
  recognize({ url: null, title: null, body, published: null, language: 'en' }).agreements[0];
const region = (body: string) => facts(body)?.governments[0]?.region;
const companies = (body: string) => facts(body)?.companies.map(({ canonical }) => canonical);

describe('divisions outside the lists', () => {
  it.each([
    ['Salta Province and Huawei signed an agreement on cameras.', 'AR-A'],
    ['The government of Basilicata signed an agreement with Fastweb.', 'IT-77'],
    ['Cundinamarca province and Claro signed a fibre deal.', 'CO-CUN'],
  ])('%s', (body, code) => expect(region(body)).toBe(code));

  it('are no party without a unit or an office beside them', () => {
    expect(facts('Salta and Huawei signed an agreement on cameras.')).toBeUndefined();
  });

  it('takes the country that a company is at home in', () => {
    expect(region('The Punjab government and PTCL signed an agreement.')).toBe('PK-PB');
    expect(region('The Punjab government and BSNL signed an agreement.')).toBe('IN-PB');
  });
});

describe('companies', () => {
  it('with an ordinary word for a name are read where the text is about their country', () => {
    expect(companies('The City of Toronto signed a contract with Bell for broadband.')).toEqual([
      'Bell Canada',
    ]);
    expect(facts('The Lagos State Government signed a contract with Bell for broadband.')).toBeUndefined();
  });

  it('that end a row of known ones are companies', () => {
    expect(companies('The City of Denver signed agreements with Verizon, AT&T, and Quorvo.')).toEqual([
      'Verizon',
      'AT&T',
      'Quorvo',
    ]);
  });

  it.each([
    'The Kwara State Government signed an agreement with the internet service provider Zorvyn.',
    'The Kwara State Government and Zorvyn, a Lagos-based fibre company, signed an agreement.',
    'Zorvyn, one of the largest telecom operators, signed an agreement with the Kwara State Government.',
  ])('are known by what they are called: %s', (body) => expect(companies(body)).toEqual(['Zorvyn']));

  it('give their name to houses that are no company', () => {
    expect(facts('Lagos State and the MTN Foundation signed an agreement on laptops.')).toBeUndefined();
  });
});
