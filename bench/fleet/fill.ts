/** A frontier full of links that nobody has read yet, as if their listings had just been visited. */
import type { OpenStore } from '../../src/adapters/postgres/open.ts';
import type { FoundLink } from '../../src/domain/frontier.ts';
import type { Source } from '../../src/domain/source.ts';

/** Pages by host; each host is a source, `host-0` and on. */
export async function fill(
  { frontier }: Pick<OpenStore, 'frontier'>,
  urls: Map<string, string[]>,
): Promise<void> {
  const sources = [...urls.keys()].map((host, i) => sourceOf(`host-${i}`, `http://${host}/list`));
  await frontier.syncSources(sources, () => ({ at: new Date(0), slot: 'first' }));
  for (const [i, pages] of [...urls.values()].entries()) {
    const links: FoundLink[] = pages.map((url) => ({ key: url, url, title: null, published: null }));
    const job = { sourceId: `host-${i}`, url: sources[i]?.urls[0] ?? '', slot: 'first' };
    await frontier.finishListing(job, {
      outcome: 'new',
      reason: '',
      etag: null,
      lastModified: null,
      linksHash: null,
      via: 'http',
      links,
      memory: null,
      next: null,
    });
  }
}

const sourceOf = (id: string, url: string): Source => ({
  id,
  name: id,
  urls: [url],
  region: 'CN',
  kind: 'press',
  language: null,
  schedule: 'auto',
  timezone: 'UTC',
  render: 'http',
  pages: 1,
  delayMs: 200,
  selectors: {},
  enabled: true,
});
