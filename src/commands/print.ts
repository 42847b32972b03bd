/** Printing for people: columns that line up although Han characters are two cells wide. */

/** Cells a text takes on a terminal (East Asian wide characters count two; UAX #11, the common ranges). */
export function cells(text: string): number {
  let width = 0;
  for (const char of text)
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        char,
      )
        ? 2
        : 1;
  return width;
}

/** Cut to `width` cells, with an ellipsis where something was cut; control characters are shown as spaces. */
export function cut(text: string, width: number): string {
  const clean = [...text].map((char) => (isControl(char) ? ' ' : char)).join('');
  if (cells(clean) <= width) return clean;
  let kept = '';
  for (const char of clean) {
    if (cells(kept + char) > width - 1) break;
    kept += char;
  }
  return `${kept}…`;
}

// Terminal escapes in a page's title must not reach the terminal.
function isControl(char: string): boolean {
  const code = char.codePointAt(0) ?? 0;
  return (
    code < 32 ||
    (code >= 127 && code < 160) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069)
  );
}

/** A table with a head line; the last column is cut to what is left of `columns`. */
export function table(head: string[], rows: string[][], columns: number): string[] {
  const all = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...all.map((row) => Math.min(60, cells(row[i] ?? '')))));
  const line = (row: string[]) => {
    const parts = row.map((text, i) => {
      const shown = cut(text, widths[i] ?? 0);
      return shown + ' '.repeat(Math.max(0, (widths[i] ?? 0) - cells(shown)));
    });
    return cut(parts.join('  ').trimEnd(), Math.max(40, columns));
  };
  return all.map(line);
}
