/** Every entry of the shipped lexicon is reachable: written alone in a text, it is found as what it is listed for. */
import { describe, expect, it } from 'vitest';
import { WORD_CLASSES, type WordClass } from '../domain/lexicon.ts';
import { loadLexicon } from '../settings/lexicon.ts';
import { normalForm } from '../wording/normal-form.ts';
import { cueTables, findCues } from './cues.ts';
import { TopicWords } from './facts/topics.ts';
import { Finders } from './findings.ts';
import { Companies } from './names/companies.ts';
import { PlaceIndex } from './names/place-index.ts';

const lexicon = loadLexicon('config/lexicon');
const index = new PlaceIndex(lexicon);
const finders = new Finders(lexicon);

/** Classes that are no cues but parts of the patterns for governments, tried through the finders below. */
const PATTERNS: WordClass[] = [
  'national',
  'organs',
  'organs_before',
  'connectives',
  'leads',
  'generic',
  'zones',
  'officials',
];

describe('the shipped lexicon', () => {
  it('finds every company by each of its names', () => {
    const companies = new Companies(lexicon);
    const missed = lexicon.companies.companies.flatMap(({ canonical, names }) =>
      names.filter((name) => companies.find(normalForm(name).text, [])[0]?.canonical !== canonical),
    );
    expect(missed).toEqual([]);
  });

  it('finds every local name behind a place', () => {
    const companies = new Companies(lexicon);
    const missed = lexicon.companies.companies.flatMap(({ canonical, local }) =>
      local.filter((word) => {
        const text = /^\p{Lu}/u.test(word) ? `Jiangsu ${word}` : `江苏${word}`;
        return companies.find(text, index.find(text))[0]?.canonical !== canonical;
      }),
    );
    expect(missed).toEqual([]);
  });

  it('reads no look-alike as an ICT company', () => {
    const companies = new Companies(lexicon);
    const taken = lexicon.companies.look_alikes.filter((name) =>
      companies.find(normalForm(name).text, []).some(({ kind }) => kind === 'ict'),
    );
    expect(taken).toEqual([]);
  });

  it('finds every topic word', () => {
    const topics = new TopicWords(lexicon.topics);
    const missed = Object.entries(lexicon.topics.topics).flatMap(([topic, words]) =>
      words.filter(
        (word) =>
          !topics
            .find(normalForm(word).text.toLowerCase())
            .some((found) => found.topics.some((one) => one === topic)),
      ),
    );
    expect(missed).toEqual([]);
  });

  it('finds every cue word in its class', () => {
    const tables = cueTables(lexicon.languages);
    const missed: string[] = [];
    for (const language of lexicon.languages) {
      for (const name of WORD_CLASSES) {
        if (PATTERNS.includes(name)) continue;
        for (const word of language[name]) {
          const lower = normalForm(word).text.toLowerCase();
          const cues = Object.values(findCues(tables, lower)).flat();
          if (
            !cues.some(
              ({ classes, start, end }) => classes.includes(name) && start === 0 && end === lower.length,
            )
          )
            missed.push(`${name}: ${word}`);
        }
      }
    }
    expect(missed).toEqual([]);
  });

  it('finds every place by its names', () => {
    const names = [
      ...lexicon.china.provinces.flatMap(({ name, full, english }) => [name, full, ...english]),
      ...lexicon.china.zones.flatMap(({ name, english }) => [name, ...english]),
      ...lexicon.china.taiwan.flatMap(({ name, english }) => [name, ...english]),
      ...Object.values(lexicon.table).flatMap((prefectures) =>
        Object.keys(prefectures)
          .filter((name) => name !== '-')
          .map((name) => name.split(/[/ ]/)[0] ?? ''),
      ),
      ...lexicon.abroad.countries.flatMap(({ names: own, regions, cities }) => [
        ...own,
        ...Object.values(regions).flat(),
        ...Object.keys(cities),
      ]),
    ];
    const missed = names.filter((name) => {
      const found = index.find(name)[0];
      return found?.start !== 0 || found.end !== name.length;
    });
    expect(missed).toEqual([]);
  });

  it('finds every organ behind a place and every generic government', () => {
    const missed: string[] = [];
    const governments = (body: string) =>
      finders.find({ url: null, title: null, body, published: null, language: null }).governments;
    for (const { spaced, organs, organs_before, generic, national } of lexicon.languages) {
      for (const organ of organs) {
        const text = spaced ? `Hunan Provincial ${organ}` : `湖南省${organ}`;
        const [found] = governments(text);
        if (!found || found.end < text.length - 1) missed.push(organ);
      }
      for (const word of organs_before) {
        const [found] = governments(`${word} Selangor`);
        if (found?.kind !== 'organ' || found.start > 0) missed.push(word);
      }
      for (const word of generic) if (governments(word)[0]?.kind === undefined) missed.push(word);
      for (const word of national) if (governments(word)[0]?.kind !== 'national') missed.push(word);
    }
    expect(missed).toEqual([]);
  });
});
