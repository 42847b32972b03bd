/**
 * The list services behind a page whose rows are not in its HTML: asks what the listing room says, reads the answer with
 * it, and asks again where one answer only tells how to put the next question.
 */
import { decode } from '../decode/decode.ts';
import type { ListRequest } from '../domain/listing.ts';
import type { Page } from '../domain/page.ts';
import type { Source } from '../domain/source.ts';
import { type ListingReading, readListing } from '../listing/read-listing.ts';
import { refuseAnswer } from './answer.ts';

export interface ApiAsk {
  url: string;
  via: 'http';
  form: string | null;
  formType: string | null;
  referer: string;
}

export interface ApiDeps {
  fetchPage(ask: ApiAsk): Promise<Page>;
  now(): Date;
}

export interface ApiRead {
  reading: ListingReading;
  page: Page;
}

/** A service that is asked for its address first, then for the rows, and once more for good measure. */
const MOST_STEPS = 3;

/** Reads the service `api` of the page at `shownAt`; ends without links when the service gives none. */
export async function readListApi(
  source: Source,
  from: { api: ListRequest; shownAt: string },
  deps: ApiDeps,
): Promise<ApiRead> {
  let { api } = from;
  for (let step = 1; ; step += 1) {
    const read = await askApi(source, { api, shownAt: from.shownAt }, deps);
    const again = read.reading.links.length === 0 ? read.reading.api : null;
    if (!again || step >= MOST_STEPS) return read;
    api = again;
  }
}

async function askApi(
  source: Source,
  { api, shownAt }: { api: ListRequest; shownAt: string },
  deps: ApiDeps,
): Promise<ApiRead> {
  const answer = await deps.fetchPage({
    url: api.url,
    via: 'http',
    form: api.method === 'POST' ? (api.body ?? '') : null,
    formType: api.contentType ?? null,
    // Some of these services answer nobody who does not come from the page.
    referer: shownAt,
  });
  const { text } = decode(answer.bytes, answer.contentType);
  refuseAnswer(answer, text, deps.now());
  const reading = readListing({
    url: api.url,
    text,
    contentType: answer.contentType,
    timezone: source.timezone,
    base: deps.now().toISOString(),
    request: api,
  });
  // Validators of a service's answer say nothing of the page that shows it: both are asked in full each time.
  return { reading, page: { ...answer, url: shownAt, headers: {} } };
}
