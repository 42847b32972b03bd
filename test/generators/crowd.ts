/**
 * A store's worth of articles: mostly texts that have nothing in common but words, one in ten a notice of some
 * site's form, one in ten ending in its site's boilerplate.
 */
import { notice } from './notice.ts';
import { Random } from './random.ts';
import { loose, type Story } from './story.ts';

const SITES = 50;

/** The article at a place of the crowd: the same for every size of crowd. */
export function crowdMember(at: number): Story {
  const random = new Random(at * 2_654_435_761);
  const language = at % 3 === 0 ? 'en' : 'zh';
  if (at % 10 === 1) return notice(random, language);
  const text = loose(random, language, random.int(2, 4));
  if (at % 10 !== 2) return text;
  const boilerplate = loose(new Random(at % SITES), language)
    .body.split('\n')
    .slice(0, 2)
    .join('\n');
  return { ...text, body: `${text.body}\n${boilerplate}` };
}
