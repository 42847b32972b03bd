/** `search <words>`: articles that hold all of the words, and agreements of those. */
import { UsageError } from '../settings/environment.ts';
import { searchWords } from '../wording/search-words.ts';
import { printArticles } from './articles.ts';
import { type Command, EXIT } from './command.ts';
import { limitOf } from './flags.ts';

export const search: Command = {
  name: 'search',
  summary: 'find articles by words',
  usage: `pactwire search <words> [--limit N] [--json]

Articles that hold all of the words, best first. Chinese is cut into words, so 合作协议 finds 合作框架协议 too.`,
  options: { limit: { type: 'string' }, json: { type: 'boolean' } },
  async run({ flags, words }, context) {
    const query = searchWords(words.join(' '));
    if (query === '') throw new UsageError('search: give one or more words');
    const app = await context.open();
    try {
      await printArticles(
        await app.queries.articles({ query, limit: limitOf(flags) ?? 50 }),
        flags.json === true,
        context,
      );
      return EXIT.done;
    } finally {
      await app.close();
    }
  },
};
