/** Crawlee's CheerioCrawler reading titles: `node cheerio-titles.ts <url list file>`. Prints pages and seconds. */
import { readFileSync } from 'node:fs';
import { CheerioCrawler, Configuration, LogLevel, log } from 'crawlee';

log.setLevel(LogLevel.OFF);
const urls = readFileSync(process.argv[2] ?? '', 'utf8')
  .trim()
  .split('\n');
let pages = 0;
const crawler = new CheerioCrawler(
  {
    minConcurrency: 50,
    maxConcurrency: 50,
    autoscaledPoolOptions: { desiredConcurrency: 50 },
    maxRequestRetries: 0,
    requestHandler: async ({ $ }) => {
      if ($('title').text()) pages += 1;
    },
  },
  new Configuration({ persistStorage: false, purgeOnStart: false }),
);
const started = performance.now();
await crawler.run(urls);
console.log(pages, (performance.now() - started) / 1_000);
