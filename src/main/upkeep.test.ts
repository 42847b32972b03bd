import { expect, it, vi } from 'vitest';
import type { WorkerBeat } from '../domain/ports.ts';
import { makeLogger } from './log.ts';
import { startUpkeep } from './upkeep.ts';

it('says with each beat what is in hand at that moment', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const beats: WorkerBeat[] = [];
  const workers = {
    beat: async (beat: WorkerBeat) => void beats.push(beat),
    leave: async () => undefined,
    list: async () => [],
  };
  let pages = 0;
  const stop = await startUpkeep(
    { store: { workers, purge: async () => 0 }, worker: 'w1' },
    { role: 'worker', log: makeLogger('silent'), inHand: () => ({ pages }) },
  );
  pages = 3;
  vi.advanceTimersByTime(5_000);
  await stop();
  vi.advanceTimersByTime(60_000);
  vi.useRealTimers();
  expect(beats.map(({ id, inHand }) => [id, inHand])).toEqual([
    ['w1', { pages: 0 }],
    ['w1', { pages: 3 }],
  ]);
});
