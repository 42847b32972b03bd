/** Text to GBK bytes, for pages as many government sites still serve them. Node decodes GBK but cannot encode it. */
let table: Map<string, [number, number]> | null = null;

/** Throws a RangeError on a character GBK does not have. */
export function encodeGbk(text: string): Uint8Array {
  table ??= invert();
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) {
      bytes.push(code);
      continue;
    }
    const pair = table.get(char);
    if (!pair) throw new RangeError(`GBK has no ${char}`);
    bytes.push(...pair);
  }
  return Uint8Array.from(bytes);
}

function invert(): Map<string, [number, number]> {
  const decoder = new TextDecoder('gbk');
  const found = new Map<string, [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if ([...char].length === 1 && char !== '\ufffd' && !found.has(char)) found.set(char, [lead, trail]);
    }
  }
  return found;
}
