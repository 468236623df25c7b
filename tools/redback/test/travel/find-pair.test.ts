import { afterAll, expect, test, vi } from 'vitest';
import { CageSession } from '../../src/crawl/runtime/cage-session.ts';
import { noInsights } from '../../src/crawl/runtime/insights.ts';
import { findTravel } from '../../src/crawl/travel/find-travel.ts';
import { widenKinds } from '../../src/crawl/travel/widen-kinds.ts';
import type { ProbeFacts, SeenMember, Travel } from '../../src/surface/snapshot.ts';
import { installFixture } from '../runtime/installed-fixture.ts';
import { functionOf, list, made, memberOf, merged, typeOf } from './merged-by-hand.ts';

vi.setConfig({ testTimeout: 60_000 });

const fixture = installFixture('planted');
afterAll(() => fixture.remove());

const p = (name: string) => `planted.hidden.${name}`;
const given = (name: string, type: string, more: Partial<ProbeFacts> = {}): SeenMember => {
  const seen = memberOf(p(name));
  return { ...seen, probe: { ...(seen.probe as ProbeFacts), results: [{ type, count: 3 }], signatures: [`() => ${type}`], ...more } };
};
const importer = (type: string) => ({ ...functionOf(p(`${type}.fromList`), p(type)), isStatic: true });
const instances = (type: string) => [list(1.25, 2.5), list(4), list(0.75, 3, 9)].map((values) => made(p(type), values));

async function travelOf(type: string, ...members: readonly SeenMember[]) {
  const insights = noInsights();
  const open = () => new CageSession({ library: fixture.library, root: 'planted', subpaths: ['.'], insights });
  const { types } = await findTravel(merged([typeOf(p(type), instances(type))], members), open, insights);
  return types[0]?.travel ?? types[0]?.problem;
}

test('a class that keeps what it holds travels by the method that tells it all, and by what takes that back', async () => {
  const travel = await travelOf('Vault', given('Vault.toList', 'number[]'), given('Vault.sum', 'number'), importer('Vault'));
  expect(travel).toEqual({ kind: 'pair', exporter: 'toList', type: 'number[]', importer: p('Vault.fromList'), how: 'call' });
});

test('it stays where it is when something else tells the two apart, or remembers that it was asked', async () => {
  const purse = await travelOf('Purse', given('Purse.toList', 'number[]'), given('Purse.total', 'number'), importer('Purse'));
  expect(purse).toBe('it has no fields of its own: what it holds does not show');
  const tally = await travelOf('Tally', given('Tally.toList', 'number[]'), given('Tally.asked', 'number'), importer('Tally'));
  expect(tally).toBe('its instances remember calls: asked gives something else after others');
});

test('what changes the instance is no way to tell what it holds', async () => {
  const changes = { mutates: ['self'] };
  expect(await travelOf('Vault', given('Vault.toList', 'number[]', changes), importer('Vault'))).toMatch(/^it has no fields/);
});

test('a field that held instances of several classes of one base may hold any class of that base', () => {
  const structure = (type: string): Travel => ({
    kind: 'structure',
    fields: [{ name: 'matrix', type }],
    lengths: [{ field: 'rows', of: 'matrix.data', axis: 0 }],
  });
  const kind = (id: string, travel: Travel | null) => typeOf(`lib.${id}`, [], { extends: ['lib.Base'], travel });
  const view = (type: string) => typeOf('lib.View', [], { travel: structure(type) });
  const others = [kind('A', structure('number')), kind('B', structure('number')), kind('C', structure('number')), kind('D', null)];
  const widened = (type: string) => widenKinds([typeOf('lib.Base', []), ...others, view(type)]).at(-1)?.travel;
  expect(widened('lib.A | lib.B')).toEqual({ kind: 'structure', fields: [{ name: 'matrix', type: 'lib.A | lib.B | lib.C' }], lengths: [] });
  expect(widened('lib.A')).toEqual(structure('lib.A'));
  expect(widened('lib.A | number')).toEqual(structure('lib.A | number'));
});
