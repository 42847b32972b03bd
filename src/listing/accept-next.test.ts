import { describe, expect, it } from 'vitest';
import { acceptNext } from './accept-next.ts';

const links = (...urls: string[]) =>
  urls.map((url) => ({ url: `https://a.test${url}`, title: null, published: null }));

const known = links('/xw/202405/t20240516_101.html', '/xw/202405/t20240515_100.html');

describe('acceptNext', () => {
  it('accepts unseen links of the same column and form', () => {
    expect(acceptNext(known, links('/xw/202404/t20240416_91.html', '/xw/202404/t20240415_90.html'))).toBe(
      true,
    );
  });

  it('refuses a page that brings nothing new', () => {
    expect(acceptNext(known, known)).toBe(false);
    expect(acceptNext(known, [])).toBe(false);
  });

  it('refuses another column and another form', () => {
    expect(acceptNext(known, links('/gg/202404/t20240416_91.html', '/gg/202404/t20240415_90.html'))).toBe(
      false,
    );
    expect(acceptNext(known, links('/about.html', '/contact.html'))).toBe(false);
  });

  it('refuses page 1 with a few other links around it', () => {
    const first = links(...Array.from({ length: 6 }, (_, place) => `/xw/202405/t2024051${place}_1.html`));
    const again = [...first, ...links('/xw/202403/t20240316_81.html')];
    expect(acceptNext(first, again)).toBe(false);
  });

  it('takes whatever comes when nothing is known', () => {
    expect(acceptNext([], known)).toBe(true);
  });
});
