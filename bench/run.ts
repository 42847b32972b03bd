/** `npm run bench -- <name> [flags]`: runs `bench/<name>.ts`. */
import { runNamed } from './named.ts';

await runNamed(new URL('.', import.meta.url), process.argv.slice(2));
