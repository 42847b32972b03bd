import { expect, it } from 'vitest';
import { agreement } from '../../test/fixtures/ledger/signings.ts';
import { assignKeys, type ExistingKey } from './assign-keys.ts';
import type { SigningGroup } from './group-reports.ts';

function group(...ids: string[]): SigningGroup {
  const members = ids.map((id) => ({ id, index: 0 }));
  return { members, facts: agreement({}), lead: ids[0] ?? '', evidenceFrom: [], voices: ids.length };
}

function known(key: string, minted: number, ...ids: string[]): ExistingKey {
  return { key, minted, aliases: [], members: ids.map((id) => ({ id, index: 0 })) };
}

function assigned(groups: SigningGroup[], existing: ExistingKey[]): string[] {
  let fresh = 0;
  return assignKeys(groups, existing, () => `agr-new${++fresh}`).map(({ key, aliases }) =>
    [key, ...aliases].join('+'),
  );
}

it('mints for a new signing and keeps the key when reports are added', () => {
  expect(assigned([group('a'), group('b')], [])).toEqual(['agr-new1', 'agr-new2']);
  expect(assigned([group('a', 'x'), group('b')], [known('agr-1', 1, 'a'), known('agr-2', 2, 'b')])).toEqual([
    'agr-1',
    'agr-2',
  ]);
});

it('keeps the older key on a join, the other as an alias, earlier aliases with it', () => {
  const existing = [known('agr-2', 2, 'b'), { ...known('agr-1', 1, 'a'), aliases: ['agr-0'] }];
  expect(assigned([group('a', 'b')], existing)).toEqual(['agr-1+agr-0+agr-2']);
});

it('leaves the key with the earliest filed member on a split', () => {
  expect(assigned([group('b', 'c'), group('a')], [known('agr-1', 1, 'a', 'b', 'c')])).toEqual([
    'agr-new1',
    'agr-1',
  ]);
  expect(assigned([group('b'), group('a')], [known('agr-1', 1, 'b', 'a')])).toEqual(['agr-1', 'agr-new1']);
});

it('follows the next member when the earliest report is gone, and reuses no dead key', () => {
  expect(assigned([group('b')], [known('agr-1', 1, 'a', 'b')])).toEqual(['agr-1']);
  expect(assigned([group('c')], [known('agr-1', 1, 'a')])).toEqual(['agr-new1']);
});

it('tells opened groups from known ones', () => {
  const keyed = assignKeys([group('a'), group('b')], [known('agr-1', 1, 'a')], () => 'agr-new');
  expect(keyed.map(({ opened }) => opened)).toEqual([false, true]);
});
