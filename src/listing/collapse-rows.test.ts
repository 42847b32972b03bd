import { describe, expect, it } from 'vitest';
import { readListing } from './read-listing.ts';

function titles(rows: string[]): (string | null)[] {
  const text = `<html><body><table>${rows.join('')}</table></body></html>`;
  return readListing({ url: 'https://a.test/notices/', text }).links.map((link) => link.title);
}

const days = [1, 2, 3, 4, 5];

describe('several links of one form in a row', () => {
  it('are one article each row: the link that names it', () => {
    const rows = days.map(
      (day) =>
        `<tr><td><a href="/files/24-10${day}.pdf">24-10${day}</a></td><td><a href="/notice/${day}0077.html">Decision number ${day} on rural masts</a></td><td>2024-05-0${day}</td></tr>`,
    );
    expect(titles(rows)).toEqual(days.map((day) => `Decision number ${day} on rural masts`));
  });

  it('are all kept where each is a headline', () => {
    const rows = days.map(
      (day) =>
        `<tr><td><a href="/notice/${day}0077.html">Left headline ${day} about new masts</a></td><td><a href="/notice/${day}0088.html">Right headline ${day} about new fibre</a></td></tr>`,
    );
    expect(titles(rows)).toHaveLength(10);
  });
});
