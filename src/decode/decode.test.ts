import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decode } from './decode.ts';

const folder = fileURLToPath(new URL('../../test/fixtures/decode/', import.meta.url));
const fixture = (name: string): Uint8Array => readFileSync(folder + name);
const ascii = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('decode without a declaration', () => {
  const names = readdirSync(folder).filter((name) => name.startsWith('undeclared-'));
  it.each(names)('reads %s by its bytes', (name) => {
    const { charset, text } = decode(fixture(name), null);
    expect(charset).toBe(name.slice('undeclared-'.length, -'.html'.length));
    expect(text).not.toContain('\ufffd');
  });

  it('takes a truncated UTF-8 body for UTF-8', () => {
    const bytes = fixture('undeclared-utf-8.html');
    expect(decode(bytes.subarray(0, 100), null).charset).toBe('utf-8');
  });

  it('gives the web default for bare ASCII and UTF-8 for XML', () => {
    expect(decode(ascii('<p>plain</p>'), null).charset).toBe('windows-1252');
    expect(decode(ascii('<?xml version="1.0"?><rss/>'), null).charset).toBe('utf-8');
    expect(decode(new Uint8Array(), null)).toEqual({ charset: 'windows-1252', text: '' });
  });
});

describe('decode with labels', () => {
  it('ranks byte order mark, header, declaration', () => {
    const withBom = Buffer.concat([ascii('\xef\xbb\xbf'), ascii('<meta charset=koi8-r>')]);
    expect(decode(withBom, 'text/html; charset=big5').charset).toBe('utf-8');
    expect(decode(ascii('<meta charset=koi8-r>'), 'text/html; charset=big5').charset).toBe('big5');
    expect(decode(ascii('<meta charset=koi8-r>'), 'text/html').charset).toBe('koi8-r');
  });

  it('reads gb2312 as gb18030, with all its characters', () => {
    const { charset, text } = decode(fixture('says-gb2312-holds-gb18030.html'), null);
    expect(charset).toBe('gb18030');
    expect(text).toContain('朱镕基、㑇、𠮷');
  });

  it('drops a label that the bytes refute', () => {
    expect(decode(fixture('says-utf-8-is-gb18030.html'), null).charset).toBe('gb18030');
    expect(decode(fixture('says-utf-8-is-gb18030.html'), 'text/html; charset=UTF-8').charset).toBe('gb18030');
    expect(decode(fixture('undeclared-utf-8.html'), 'text/html; charset=gbk').charset).toBe('utf-8');
    expect(decode(fixture('undeclared-gb18030.html'), 'text/html; charset=iso-8859-1').charset).toBe(
      'gb18030',
    );
  });

  it('drops a label that decodes into nonsense', () => {
    for (const label of ['gbk', 'windows-1251', 'shift_jis', 'iso-8859-1']) {
      expect(decode(fixture('undeclared-big5.html'), `text/html; charset=${label}`).charset).toBe('big5');
    }
    expect(decode(fixture('undeclared-gb18030.html'), 'text/html; charset=windows-1251').charset).toBe(
      'gb18030',
    );
    expect(decode(fixture('undeclared-windows-1251.html'), 'text/html; charset=windows-1251').charset).toBe(
      'windows-1251',
    );
  });

  it('keeps a label over one stray byte', () => {
    const stray = Buffer.concat([fixture('undeclared-gb18030.html'), Buffer.from([0xff]), ascii(' end')]);
    expect(decode(stray, 'text/html; charset=gb2312').charset).toBe('gb18030');
    const utf8 = Buffer.concat([fixture('undeclared-utf-8.html'), Buffer.from([0xff]), ascii(' end')]);
    expect(decode(utf8, 'text/html; charset=utf-8').charset).toBe('utf-8');
    expect(decode(utf8, null).charset).toBe('utf-8');
  });

  it('drops a multi-byte label over the few accents of a Latin page', () => {
    const { charset, text } = decode(
      ascii('<p>un caf\xe9 pr\xe8s du march\xe9</p>'),
      'text/html; charset=utf-8',
    );
    expect(charset).toBe('windows-1252');
    expect(text).toContain('un café près du marché');
  });

  it('skips comments, unknown names and cut tags in the prescan', () => {
    expect(decode(ascii('<!-- <meta charset=big5> --><meta charset=euc-kr>'), null).charset).toBe('euc-kr');
    expect(decode(ascii('<meta charset=bogus><meta charset=euc-kr>'), null).charset).toBe('euc-kr');
    expect(decode(ascii('<meta charset=euc-kr'), null).charset).toBe('windows-1252');
    expect(decode(ascii('<?xml version="1.0" encoding="Big5"?><rss/>'), null).charset).toBe('big5');
  });
});

describe('decode of large bodies', () => {
  it('refuses what is over the cap unread', () => {
    expect(() => decode(new Uint8Array(9 * 1024 * 1024), null)).toThrow('too_large');
    expect(() => decode(new Uint8Array(11), null, 10)).toThrow('11 bytes, more than 10');
  });
});

describe('decode of gzip bodies', () => {
  it('inflates them', () => {
    const { charset, text } = decode(gzipSync(fixture('undeclared-utf-8.html')), 'application/gzip');
    expect(charset).toBe('utf-8');
    expect(text).toContain('光纤网络');
  });

  it('reads what arrived of a truncated one', () => {
    const whole = gzipSync(
      Buffer.from(Array.from({ length: 5_000 }, (_, n) => `row ${n * 7919}`).join('\n')),
    );
    expect(decode(whole.subarray(0, whole.length - 2_000), null).text).toContain('row 7919');
  });

  it('refuses a bomb by name', () => {
    const bomb = gzipSync(Buffer.alloc(9 * 1024 * 1024));
    expect(() => decode(bomb, null)).toThrow('too_large');
    expect(() => decode(gzipSync(Buffer.alloc(5_000)), null, 4_000)).toThrow('more than 4000 bytes');
  });
});
