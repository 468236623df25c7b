import { joinSignatures, type Manifest, type ManifestSignature, resolveLimits, type SupportPackage, signatureText } from '@syft-libs/ast';
import { expect, test } from 'vitest';
import { LocalLibrary, type LocalOutcome } from '../../src/conformance/local-library.ts';
import { sampleArray } from '../../src/index.ts';
import { labSupport } from '../lab/lab-support.ts';

/** What a call of the lab's library comes to where manifest and surface say something else of its result. */
async function callClaimed(path: string, claim: Partial<ManifestSignature>, ...operands: readonly unknown[]): Promise<LocalOutcome> {
  const manifest = (await labSupport.manifest()) as Manifest;
  const members = manifest.libraries.flatMap((library) => library.members);
  const claimed = members.map((member) =>
    member.path === path ? { ...member, signatures: member.signatures.map((one) => ({ ...one, ...claim })) } : member,
  );
  const text = joinSignatures(claimed.find((member) => member.path === path)?.signatures.map(signatureText) ?? []);
  const support: SupportPackage = {
    ...labSupport,
    surfaces: labSupport.surfaces.map((surface) => ({
      ...surface,
      entries: (surface.entries as readonly (readonly [string, string, string])[]).map(
        ([name, kind, signatures]) => [name, kind, `lab.${name}` === path ? text : signatures] as never,
      ),
    })),
    manifest: async () => ({ ...manifest, libraries: manifest.libraries.map((library) => ({ ...library, members: claimed })) }),
  };
  const local = await LocalLibrary.load(support, resolveLimits({}));
  const entry = local.entries.find((one) => one.path === path);
  if (entry === undefined) throw new TypeError(`${path} is not allowed`);
  return local.run({ entry, operands, asPointers: operands.map(() => false) });
}

const vector = sampleArray('lab.Vec', 'float64', [4]);

test.each([
  ['another type', 'lab.total', 'string', [vector]],
  ['nothing now and then', 'lab.at', 'number', [vector, 0.5]],
  ['another length', 'lab.sums', '[number, number]', [[[1], [2], [3]]]],
  ['other items', 'lab.signs', 'number[][]', [[1, -1]]],
  ['instances where lists are said to be', 'lab.halves', 'number[][]', [vector]],
  ['a number where a record is said to be', 'lab.mean', '{ mean: number }', [[1, 2]]],
])('a library that gives %s is told of by the call', async (_, path, returns, operands) => {
  expect(await callClaimed(path, { returns }, ...operands)).toMatchObject({ code: 'LIBRARY_FAILED', mistyped: { type: returns } });
});

test('a result that comes at once is none that is promised', async () => {
  expect(await callClaimed('lab.total', { async: true }, vector)).toMatchObject({ mistyped: { type: 'Promise<number>' } });
});

test('a wider type than what comes back is no wrong one', async () => {
  expect(await callClaimed('lab.total', { returns: 'number | null' }, vector)).toMatchObject({ value: expect.any(Number) });
});
