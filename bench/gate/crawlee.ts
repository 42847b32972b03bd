/**
 * The control: one process of plain Crawlee that keeps `sameDomainDelaySecs`, as its documentation shows.
 *
 * argv: delay in ms; URLs on stdin, one a line.
 */
import { text } from 'node:stream/consumers';
import { Configuration, HttpCrawler, log } from 'crawlee';

log.setLevel(log.LEVELS.OFF);
const urls = (await text(process.stdin)).split('\n').filter(Boolean);
const crawler = new HttpCrawler(
  {
    sameDomainDelaySecs: Number(process.argv[2]) / 1_000,
    maxRequestRetries: 0,
    useSessionPool: false,
    autoscaledPoolOptions: { desiredConcurrency: 16, minConcurrency: 16, maxConcurrency: 16 },
    requestHandler: async () => undefined,
  },
  new Configuration({ persistStorage: false, purgeOnStart: false }),
);
await crawler.run(urls);
