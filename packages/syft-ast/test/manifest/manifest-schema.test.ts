import { Ajv } from 'ajv';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSyftError, parseManifest } from '../../src/index.ts';
import schema from '../../src/manifest/manifest.schema.json' with { type: 'json' };
import { manifestOf, memberOf, tinyLibrary } from '../tiny-library.ts';

const byschema = new Ajv({ strictTypes: false }).compile(schema);
const good = manifestOf({
  ...tinyLibrary,
  aliases: { Box: 'tiny.Box' },
  members: [
    ...tinyLibrary.members,
    memberOf('tiny.get', 'constant', ['() => number'], { remoteName: 'get_' }),
    memberOf('tiny.seen', 'function', ['() => number'], {
      evidence: { runtime: true, declared: '() => number', jsdoc: null, probe: { ok: 3, types: ['number'] }, conflict: false },
    }),
  ],
});

function byParser(document: unknown): boolean {
  try {
    parseManifest(document);
    return true;
  } catch (error) {
    if (!isSyftError(error)) throw error;
    return false;
  }
}

type Place = readonly (string | number)[];

/** Every place in a document. */
function placesIn(value: unknown, at: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, item]) => placesIn(item, [...at, Array.isArray(value) ? Number(key) : key]))];
}

/** The document with the value at one place replaced, or left out. */
function changed(document: unknown, place: Place, change: unknown): unknown {
  const [key, ...rest] = place;
  if (key === undefined) return change;
  const copy = (Array.isArray(document) ? [...document] : { ...(document as object) }) as Record<string | number, unknown>;
  if (rest.length === 0 && change === undefined) Reflect.deleteProperty(copy, key);
  else copy[key] = changed(copy[key], rest, change);
  return copy;
}

test('the schema and the parser accept a whole manifest', () => {
  expect(byschema(good), JSON.stringify(byschema.errors)).toBe(true);
  expect(byParser(good)).toBe(true);
});

test('a value of a wrong kind, a missing one or an unknown key, anywhere, is refused by both', () => {
  const wrong = [undefined, null, 7, -1, 1.5, true, '', 'not one of them', 'a.b.', [], [null], {}, { extra: 1 }];
  const places = placesIn(good).filter((place) => place.length > 0 && !(typeof place.at(-1) === 'number'));
  let refused = 0;
  for (const place of places) {
    for (const change of wrong) {
      const document = changed(good, place, change);
      const agreed = byschema(document);
      // What relates two values to each other is the parser's alone: there it may be stricter, and nowhere looser.
      if (!agreed) {
        refused++;
        expect(byParser(document), `${place.join('.')} = ${JSON.stringify(change)}`).toBe(false);
      } else if (!byParser(document)) {
        expect(relates(place), `${place.join('.')} = ${JSON.stringify(change)}`).toBe(true);
      }
    }
  }
  expect(refused).toBeGreaterThan(2_000);
}, 60_000);

/** Places whose value has to agree with another one, or with the language of types. */
function relates(place: Place): boolean {
  const path = place.join('.');
  return /\.(aliases(\.\w+)?|root|types|type|returns|id|path|aliasOf|extends|membersOf|members|params|rest)$/.test(path);
}

test('keys that are not in the format are refused by both, wherever they stand', () => {
  const objects = placesIn(good).filter((place) => {
    const value = place.reduce<unknown>((at, key) => (at as Record<string | number, unknown>)[key], good);
    return typeof value === 'object' && value !== null && !Array.isArray(value) && place.at(-1) !== 'aliases';
  });
  for (const place of objects) {
    for (const key of ['extra', 'toString', '__proto__']) {
      const value = place.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], good) as object;
      const document = changed(good, place, JSON.parse(`${JSON.stringify(value).slice(0, -1)},"${key}":1}`));
      expect(byschema(document), `${place.join('.')}.${key}`).toBe(false);
      expect(byParser(document), `${place.join('.')}.${key}`).toBe(false);
    }
  }
});

test('names are identifiers for both', () => {
  const name = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('__proto__', 'prototype', 'a.b', 'ast', 'number', 'x', '$', '_y'));
  fc.assert(
    fc.property(name, (text) => {
      for (const place of [
        ['libraries', 0, 'members', 8, 'remoteName'],
        ['libraries', 0, 'members', 8, 'signatures', 0, 'params', 0, 'name'],
      ]) {
        const document = changed(good, place, text);
        expect(byParser(document), text).toBe(byschema(document));
      }
    }),
  );
});
