/** Topics: the words of the lexicon, each showing one or more topics. */
import { TOPICS, type Topic, type TopicsFile } from '../../domain/lexicon.ts';
import { normalForm } from '../../wording/normal-form.ts';
import type { Stretch } from '../../wording/sentences.ts';
import { PhraseTable } from '../phrase-table.ts';

export interface TopicMention extends Stretch {
  /** Empty for a word that only shows that information technology is spoken of. */
  topics: Topic[];
  /** A word for networks of any kind, which counts only where nothing more exact is said. */
  general: boolean;
}

export class TopicWords {
  readonly #table = new PhraseTable<Topic[]>();
  readonly #networks = new PhraseTable<Topic[]>();

  constructor({ topics, networks, related }: TopicsFile) {
    for (const topic of TOPICS) {
      for (const word of topics[topic] ?? []) this.#add(this.#table, word, [topic]);
    }
    for (const word of networks) this.#add(this.#networks, word, ['broadband', 'fibre']);
    for (const word of related) this.#add(this.#table, word, []);
  }

  #add(table: PhraseTable<Topic[]>, word: string, topics: Topic[]): void {
    const form = normalForm(word).text.toLowerCase();
    const spaced = !/\p{Script=Han}/u.test(form);
    table.add(form, topics, spaced, (old) => [...old, ...topics.filter((topic) => !old.includes(topic))]);
  }

  find(lower: string): TopicMention[] {
    // 大数据中心 shows big data and a data centre: words inside words count too.
    const exact = this.#table
      .all(lower)
      .map(({ start, end, value }) => ({ start, end, topics: value, general: false }));
    const general = this.#networks
      .all(lower)
      .map(({ start, end, value }) => ({ start, end, topics: value, general: true }));
    return [...exact, ...general].sort((a, b) => a.start - b.start);
  }
}
