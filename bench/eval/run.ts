/** `npm run eval -- <name> [flags]`: runs `bench/eval/<name>.ts`. */
import { runNamed } from '../named.ts';

await runNamed(new URL('.', import.meta.url), process.argv.slice(2));
