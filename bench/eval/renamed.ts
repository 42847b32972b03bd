/**
 * The labelled articles under names that are in no list: every company of the lexicon is another's, invented, and so, in
 * English, is every place below the country. What is still read is read by the sentence, not by the lists. Whoever announces a
 * signing on a page that nobody has seen is named like this more often than not.
 */
import type { Lexicon } from '../../src/domain/lexicon.ts';
import { Finders } from '../../src/recognize/findings.ts';
import type { Case } from './recognition-cases.ts';

const COMPANIES = {
  latin: [
    'Velmora',
    'Tarnwick Networks',
    'Oskello',
    'Brantel Communications',
    'Kivuno',
    'Lumetra Technologies',
  ],
  han: ['鸿途', '云岚', '博启', '安睿', '恒迹', '远麓'],
};
const PLACES = ['Westermoor', 'Aldbrook', 'Numira', 'Tessaly', 'Karambo', 'Ostrel', 'Penwick', 'Dolmaya'];

/** What stays of a Chinese name: its form. */
const HAN_FORM = /(?:(?:股份|有限|集团|科技|通信|网络|信息)+(?:责任)?公司.*|集团|公司|.{2,4}分公司)$/u;

/** Builds the finders once; the returned function gives a case its other names. */
export function renamer(lexicon: Lexicon): (one: Case) => Case {
  const finders = new Finders(lexicon);
  return (one) => {
    const found = finders.find(one.article);
    const { text } = found.read;
    const names = new Map<string, string>();
    const spelled = new Map<string, string>();
    for (const { start, end, canonical, kind, listed } of found.companies) {
      if (kind !== 'ict' || !listed) continue;
      const written = text.slice(start, end);
      const han = /\p{Script=Han}/u.test(written);
      spelled.set(
        written,
        `${nth(names, canonical, han ? COMPANIES.han : COMPANIES.latin)}${han ? formOf(written) : ''}`,
      );
    }
    if (one.language === 'en') {
      for (const { start, end, candidates } of found.places) {
        const [place] = candidates;
        if (place && place.level !== 'country')
          spelled.set(text.slice(start, end), nth(names, place.name, PLACES));
      }
    }
    const article = { ...one.article, title: swapped(one.article.title ?? '', spelled) || null };
    return { ...one, article: { ...article, body: swapped(one.article.body, spelled) } };
  };
}

function nth(names: Map<string, string>, name: string, others: readonly string[]): string {
  const known = names.get(name) ?? others[names.size % others.length] ?? name;
  names.set(name, known);
  return known;
}

function formOf(written: string): string {
  return HAN_FORM.exec(written)?.[0] ?? '科技';
}

function swapped(text: string, spelled: ReadonlyMap<string, string>): string {
  return [...spelled]
    .sort(([a], [b]) => b.length - a.length)
    .reduce((words, [from, to]) => words.replaceAll(from, to), text);
}
