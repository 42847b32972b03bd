/** `import <file...>`: saved pages and documents through the same stages. */
import { UsageError } from '../settings/environment.ts';
import type { Command } from './command.ts';
import { textOf } from './flags.ts';
import { printSummary, showProgress } from './once.ts';

export const importFiles: Command = {
  name: 'import',
  summary: 'read saved pages or documents into the ledger',
  usage: `pactwire import <file...> [--url URL] [--json]

.txt     first line that is not empty is the title, the rest the body
.jsonl   articles {url?, title?, body, published?, publisher?, language?}
         or pages {url, path or base64, contentType?}
.html    the URL from --url, the canonical link or og:url
.warc.gz (and .warc) the responses in it

Importing twice changes nothing. A bad file is named, the others go on.`,
  options: { url: { type: 'string' }, json: { type: 'boolean' } },
  async run({ flags, words }, context) {
    if (words.length === 0) throw new UsageError('import: name one or more files');
    const url = textOf(flags, 'url') ?? null;
    if (url !== null && !/^https?:\/\//.test(url))
      throw new UsageError(`--url is "${url}": write an http or https URL`);
    if (url !== null && words.length > 1) throw new UsageError('--url goes with one file');
    const app = await context.open();
    try {
      const summary = await app.importFiles({ files: words.map(context.path), url }, showProgress(context));
      return await printSummary(summary, flags.json === true, context);
    } finally {
      await app.close();
    }
  },
};
