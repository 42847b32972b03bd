/** Raw undici, bodies read and thrown away: `node undici-drain.ts <url list file>`. Prints pages and seconds. */
import { readFileSync } from 'node:fs';
import { Agent, request } from 'undici';

const urls = readFileSync(process.argv[2] ?? '', 'utf8')
  .trim()
  .split('\n');
const dispatcher = new Agent({ connections: 4 });
let next = 0;
let pages = 0;
async function drain(): Promise<void> {
  for (let url = urls[next++]; url !== undefined; url = urls[next++]) {
    const { body } = await request(url, { dispatcher });
    await body.dump({ limit: 64 * 1024 * 1024 });
    pages += 1;
  }
}
const started = performance.now();
await Promise.all(Array.from({ length: 50 }, drain));
console.log(pages, (performance.now() - started) / 1_000);
