import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'queues/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // Real browsers, databases and killed processes on a machine shared with others: a test that fails is run again
    // there before it counts, and is named as flaky. At a developer's desk it fails at once.
    retry: process.env.CI ? 1 : 0,
    // Tests start the program many times over: it is compiled once.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/pactwire', import.meta.url)) },
    // Databases, browsers and child processes are real: more files at once than cores only slows all of them.
    maxWorkers: 2,
  },
});
