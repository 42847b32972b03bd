import { describe, expect, it } from 'vitest';
import { PdfError, paragraphsOf, readPdf } from './pdf.ts';

/** A PDF of one page with these lines in Helvetica. */
function pdfOf(lines: readonly string[]): Uint8Array {
  const shown = lines.map((line) => `(${line}) Tj T*`).join('\n');
  const stream = `BT /F1 12 Tf 14 TL 40 700 Td\n${shown}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`;
  return new TextEncoder().encode(file);
}

describe('readPdf', () => {
  it('reads the lines of a page', async () => {
    expect(await readPdf(pdfOf(['Notice of an agreement.', 'Signed in March.']))).toBe(
      'Notice of an agreement.\nSigned in March.',
    );
  });

  it('names what is no PDF', async () => {
    await expect(readPdf(new TextEncoder().encode('<html>'))).rejects.toBeInstanceOf(PdfError);
    await expect(readPdf(new Uint8Array(20_000_001))).rejects.toThrow(/over 20000000/);
  });

  it('leaves the given bytes as they were', async () => {
    const bytes = pdfOf(['Notice.']);
    await readPdf(bytes);
    expect(bytes.length).toBeGreaterThan(100);
  });
});

describe('paragraphsOf', () => {
  it('joins full lines, ends at short ones, drops page numbers', () => {
    expect(paragraphsOf('关于签署合作协议的公告本公司与省政\n府签署协议。\n二、其他\n— 3 —\n')).toEqual([
      '关于签署合作协议的公告本公司与省政府签署协议。',
      '二、其他',
    ]);
  });
});
