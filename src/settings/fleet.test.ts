import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadFleet } from './fleet.ts';
import { describeProblem } from './yaml-file.ts';

function load(text: string | null) {
  const dir = mkdtempSync(join(tmpdir(), 'pactwire-fleet-'));
  if (text !== null) writeFileSync(join(dir, 'fleet.yaml'), text);
  const { problems, ...rest } = loadFleet(dir);
  return { ...rest, problems: problems.map(describeProblem) };
}

describe('loadFleet', () => {
  it('has defaults for what is absent', () => {
    expect(load(null)).toEqual({ budget: null, moves: [], problems: [] });
    expect(load('{}\n')).toEqual({ budget: null, moves: [], problems: [] });
  });

  it('reads the budget and the hosts that moved', () => {
    const text = 'budget: 2400\nmoves:\n  - from: old.example.cn\n    to: www.example.cn/news/\n';
    expect(load(text)).toEqual({
      budget: 2400,
      moves: [{ from: 'old.example.cn', to: 'www.example.cn/news/' }],
      problems: [],
    });
  });

  it('says where a move is no host and what to write', () => {
    const { problems } = load('moves:\n  - from: http://old.example.cn\n    to: www.example.cn\n');
    expect(problems[0]).toMatch(/fleet\.yaml:2:11: .*without http/);
  });
});
