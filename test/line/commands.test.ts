/** Every command as other programs see it: exit codes, what goes to which stream, and shapes. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunSummary } from '../../src/commands/summary.ts';
import { COMMANDS } from '../../src/commands/table.ts';
import type { AgreementRow, ArticleRow } from '../../src/domain/queries.ts';
import { GOVERNMENT, OPERATOR } from '../demo/texts.ts';
import { freePort, STARTING_MS } from '../services.ts';
import { jsonLines, pactwire, type Ran, type RunOptions } from './run-pactwire.ts';

const folder = mkdtempSync(join(tmpdir(), 'pactwire-commands-'));
const config = join(folder, 'config');
const file = (name: string) => join(folder, name);
const run = (args: string[], options: RunOptions = {}): Promise<Ran> =>
  pactwire([...args, '--config', config, '--data', join(folder, 'data')], options);

beforeAll(() => {
  mkdirSync(join(config, 'sources'), { recursive: true });
  const entry = '- id: still\n  name: Still\n  url: http://127.0.0.1:9/\n  region: CN-QH\n  kind: press\n';
  writeFileSync(join(config, 'sources', 'still.yaml'), `${entry}  enabled: false\n`);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('help and wrong use', () => {
  it.each(COMMANDS.map(({ name, usage }) => [name, usage] as const))('%s --help', async (name, usage) => {
    const ran = await pactwire([name, '--help']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout.trim()).toBe(usage.trim());
  });

  it.each([
    [['conquer'], /unknown command "conquer".*--help/],
    [['articles', '--colour'], /--colour[\s\S]*pactwire articles/],
    [['once', '--deadline', 'soon'], /--deadline is "soon": write a number with/],
    [['export', '--format', 'parquet'], /--format must be csv or jsonl/],
    [['agreements', '--limit', 'many'], /--limit is "many": write a whole number/],
    [['import'], /name one or more files/],
    [['stage', 'guess'], /name one of decode, listing/],
    [['source', 'add', 'https://example.com/'], /source/],
    [['reprocess'], /unknown command/],
  ])('%j is wrong use', async (args, said) => {
    const ran = await run(args);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(said);
  });

  it('a config folder without sources is wrong use', async () => {
    mkdirSync(file('bare'), { recursive: true });
    const ran = await pactwire(['articles', '--config', file('bare'), '--data', file('none')]);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('sources');
  });
});

describe('services that are away', () => {
  it.each([
    [
      'DATABASE_URL',
      'postgres://someone:hush@127.0.0.1:1/none',
      /Postgres cannot be reached at .*127\.0\.0\.1:1/,
    ],
    ['REDIS_URL', 'redis://127.0.0.1:1', /Redis cannot be reached at .*127\.0\.0\.1:1/],
  ])('%s to a closed port', async (name, url, said) => {
    const ran = await run(['once'], { env: { [name]: url } });
    expect(ran).toMatchObject({ code: 3, stdout: '' });
    expect(ran.stderr).toMatch(said);
    expect(ran.stderr).not.toContain('hush');
  });
});

const [signing, haixi] = GOVERNMENT;
const [, chongqing, phone] = OPERATOR;
const bodyOf = (article: { paragraphs: string[] } | undefined) => article?.paragraphs.join('\n') ?? '';
const htmlOf = (article: typeof signing, url: string) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${article?.title}</title><link rel="canonical" href="${url}"></head>
<body><h1>${article?.title}</h1><p>发布时间：${article?.published}</p><div>${(article?.paragraphs ?? []).map((text) => `<p>${text}</p>`).join('')}</div></body></html>`;

/** Two responses, each a gzip member of its own as the format asks (ISO 28500). */
function warc(pages: [url: string, html: string][]): Buffer {
  const records = pages.map(([url, html], index) => {
    const body = Buffer.from(html);
    const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: ${body.length}\r\n\r\n`;
    const length = Buffer.byteLength(http) + body.length;
    const id = `00000000-0000-4000-8000-00000000000${index}`;
    const head = [
      'WARC/1.0',
      'WARC-Type: response',
      `WARC-Target-URI: ${url}`,
      'WARC-Date: 2026-01-02T03:04:05Z',
      `WARC-Record-ID: <urn:uuid:${id}>`,
      'Content-Type: application/http; msgtype=response',
      `Content-Length: ${length}`,
    ].join('\r\n');
    return gzipSync(Buffer.concat([Buffer.from(`${head}\r\n\r\n${http}`), body, Buffer.from('\r\n\r\n')]));
  });
  return Buffer.concat(records);
}

const URLS = {
  html: 'https://news.example/haixi.html',
  lines: 'https://news.example/chongqing.html',
  page: 'https://news.example/phone.html',
  first: 'https://archive.example/meeting.html',
  second: 'https://archive.example/trial.html',
};
let files: string[] = [];

function writeImports(): void {
  writeFileSync(file('a.txt'), `\n${signing?.title}\n${bodyOf(signing)}\n`);
  writeFileSync(file('b.html'), htmlOf(haixi, URLS.html));
  const article = {
    url: URLS.lines,
    title: chongqing?.title,
    body: bodyOf(chongqing),
    published: chongqing?.published.slice(0, 10),
  };
  const page = {
    url: URLS.page,
    base64: Buffer.from(htmlOf(phone, URLS.page)).toString('base64'),
    contentType: 'text/html',
  };
  writeFileSync(file('c.jsonl'), `${JSON.stringify(article)}\n{"url": broken\n${JSON.stringify(page)}\n`);
  writeFileSync(
    file('d.warc.gz'),
    warc([
      [URLS.first, htmlOf(GOVERNMENT[4], URLS.first)],
      [URLS.second, htmlOf(GOVERNMENT[5], URLS.second)],
    ]),
  );
  files = ['a.txt', 'b.html', 'c.jsonl', 'd.warc.gz', 'absent.txt'].map(file);
}

describe('import and what is asked of it', () => {
  let first: Ran;
  beforeAll(async () => {
    writeImports();
    first = await run(['import', '--json', ...files]);
  }, STARTING_MS);

  it('reads every form, names the bad line and file, and goes on', () => {
    expect(first.code).toBe(1);
    expect(first.stderr).toContain('c.jsonl:2');
    expect(first.stderr).toContain('absent.txt');
    const [summary] = jsonLines<RunSummary>(first);
    expect(summary).toMatchObject({ articles: 6, agreements: 3, waiting: 0 });
    expect(summary?.failures).toHaveLength(2);
  });

  it('changes nothing when done again', async () => {
    const [summary] = jsonLines<RunSummary>(await run(['import', '--json', ...files]));
    expect(summary).toMatchObject({ articles: 0, agreements: 0 });
    const rows = jsonLines<ArticleRow>(await run(['articles', '--json']));
    expect(rows).toHaveLength(6);
    const urls = rows.map(({ url }) => url);
    expect(urls).toEqual(expect.arrayContaining(Object.values(URLS)));
    expect(urls.filter((url) => /^urn:sha256:[0-9a-f]{64}$/.test(url))).toHaveLength(1);
  });

  it('agreements have every key, and quotes that stand at their offsets', async () => {
    const rows = jsonLines<AgreementRow>(await run(['agreements', '--json']));
    expect(rows).toHaveLength(3);
    const keys =
      'amounts companies conflicts document evidence governments key period place reports signedOn status topics';
    for (const row of rows) expect(Object.keys(row)).toEqual(expect.arrayContaining(keys.split(' ')));
    const row = rows.find(({ reports }) => reports.some(({ url }) => url === URLS.lines));
    const points = [...bodyOf(chongqing)];
    expect(row?.evidence.length).toBeGreaterThan(4);
    for (const { start, end, quote } of row?.evidence ?? []) {
      if (start !== null && end !== null) expect(points.slice(start, end).join('')).toBe(quote);
    }
  });

  it('exports the ledger', async () => {
    const jsonl = await run(['export', '--format', 'jsonl']);
    expect(jsonLines<AgreementRow>(jsonl)).toHaveLength(3);
    const csv = await run(['export', '--format', 'csv']);
    expect(csv.code).toBe(0);
    expect(csv.stdout.trim().split(/\r?\n/)).toHaveLength(4);
  });

  it('doctor checks this machine', async () => {
    const ran = await run(['doctor', '--json']);
    const names = jsonLines<{ name: string; ok: boolean }>(ran).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['node', 'config']));
  });
});

describe('stage', () => {
  const base64 = Buffer.from(htmlOf(haixi, URLS.html)).toString('base64');
  const article = { title: haixi?.title, body: bodyOf(haixi) };
  it.each([
    ['decode', { base64 }, ['charset', 'text']],
    ['listing', { url: URLS.html, base64 }, ['kind', 'links', 'next', 'feeds']],
    [
      'extract',
      { url: URLS.html, base64 },
      ['title', 'published', 'publishedPrecision', 'publisher', 'author', 'language', 'body', 'provenance'],
    ],
    ['canonicalize', { url: 'HTTP://Example.COM:80/a/../b' }, ['url']],
    [
      'robots',
      { robots: 'User-agent: *\nDisallow: /a', agent: 'x', url: 'http://example.com/a' },
      ['allowed', 'crawlDelaySeconds'],
    ],
    ['date', { text: '2026年3月5日' }, ['date', 'precision']],
    ['fingerprint', article, ['exact', 'near']],
    ['recognize', article, ['verdict', 'score', 'reasons', 'agreements']],
    ['ledger', article, ['verdict', 'agreement', 'agreements', 'duplicateOf']],
  ])('%s answers line for line', async (name, line, keys) => {
    const input = [{ id: 'one', ...line, unknown: 1 }, { id: 'bad' }, { id: 3, ...line }];
    const ran = await run(['stage', name], {
      input: `${input.map((value) => JSON.stringify(value)).join('\n')}\nnot json\n`,
    });
    expect(ran.code).toBe(0);
    const [one, bad, three, broken] = jsonLines<Record<string, unknown>>(ran);
    expect(Object.keys(one ?? {}).sort()).toEqual(['id', ...keys].sort());
    expect([one?.id, bad?.id, three?.id]).toEqual(['one', 'bad', 3]);
    expect(bad).toEqual({ id: 'bad', error: expect.any(String) });
    expect(broken).toEqual({ id: null, error: expect.stringContaining('not JSON') });
  });
});

describe('stage ledger', () => {
  it('names copies by ids as they were given, numbers and ids given twice included', async () => {
    const article = { title: haixi?.title, body: bodyOf(haixi) };
    const input = [9, 'x', 9].map((id) => JSON.stringify({ id, ...article })).join('\n');
    const rows = jsonLines<{ id: unknown; duplicateOf: unknown }>(await run(['stage', 'ledger'], { input }));
    expect(rows.map(({ id }) => id)).toEqual([9, 'x', 9]);
    expect(rows.map(({ duplicateOf }) => duplicateOf)).toEqual([null, 9, 9]);
  });
});

describe('a data folder held by a running process', () => {
  const queries = [
    ['articles', '--json'],
    ['agreements', '--json'],
    ['explain', URLS.lines, '--json'],
    ['source', 'list', '--json'],
  ];
  const ask = async () => Promise.all(queries.map(async (args) => (await run(args)).stdout));

  it(
    'answers with the same words, takes imports, and a killed holder leaves the folder free',
    async () => {
      const before: string[] = [];
      for (const args of queries) before.push((await run(args)).stdout);
      const port = await freePort();
      const started = Promise.withResolvers<ChildProcess>();
      const ended = run(['up'], { env: { PORT: String(port) }, started: started.resolve });
      const holder = await started.promise;
      const { stderr } = holder;
      if (!stderr) throw new Error('the holder has no stderr');
      for (let heard = ''; !heard.includes('dashboard:'); ) heard += String((await once(stderr, 'data'))[0]);
      expect(existsSync(join(folder, 'data', 'pactwire.sock'))).toBe(true);
      expect(await ask()).toEqual(before);
      writeFileSync(
        file('late.txt'),
        '一则迟到的消息\n市图书馆昨日开放新的阅览室，市民可凭身份证免费入内阅读，开放时间为上午九时至下午六时，周一闭馆整理图书。\n',
      );
      const [handed] = jsonLines<RunSummary>(await run(['import', '--json', file('late.txt')]));
      expect(handed).toMatchObject({ articles: 1, agreements: 0 });
      holder.kill('SIGKILL');
      expect((await ended).signal).toBe('SIGKILL');
      const after = await run(['articles', '--json']);
      expect(after.code).toBe(0);
      expect(jsonLines<ArticleRow>(after)).toHaveLength(7);
    },
    STARTING_MS,
  );
});
