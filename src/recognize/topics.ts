/** Topics: the words of the lexicon, each showing one or more topics. */
import { TOPICS, type Topic, type TopicsFile } from '../domain/lexicon.ts';
import { normalForm } from '../wording/normal-form.ts';
import type { Stretch } from '../wording/sentences.ts';
import { PhraseTable } from './phrase-table.ts';

export interface TopicMention extends Stretch {
  /** Empty for a word that only shows that information technology is spoken of. */
  topics: Topic[];
}

export class TopicWords {
  readonly #table = new PhraseTable<Topic[]>();

  constructor({ topics, related }: TopicsFile) {
    for (const topic of TOPICS) {
      for (const word of topics[topic] ?? []) this.#add(word, [topic]);
    }
    for (const word of related) this.#add(word, []);
  }

  #add(word: string, topics: Topic[]): void {
    const form = normalForm(word).text.toLowerCase();
    const spaced = !/\p{Script=Han}/u.test(form);
    this.#table.add(form, topics, spaced, (old) => [
      ...old,
      ...topics.filter((topic) => !old.includes(topic)),
    ]);
  }

  find(lower: string): TopicMention[] {
    // 大数据中心 shows big data and a data centre: words inside words count too.
    return this.#table.all(lower).map(({ start, end, value }) => ({ start, end, topics: value }));
  }
}
