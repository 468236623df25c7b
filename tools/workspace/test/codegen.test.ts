import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { staleFiles } from '../src/check-fresh.ts';
import { generatePackage } from '../src/codegen.ts';

let root = '';
const gen = (file = '') => join(root, 'packages/syft-tiny/src/gen', file);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'syft-codegen-'));
  mkdirSync(gen(), { recursive: true });
  writeFileSync(gen('schema.proto'), 'syntax = "proto3";\npackage tiny;\nmessage Note { string text = 1; }\n');
  generatePackage(join(root, 'packages/syft-tiny'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('each message is a class that a bundler may leave out, with declarations', () => {
  expect(readFileSync(gen('schema_pb.js'), 'utf8')).toContain('export const Note = /* @__PURE__ */ messageClass({');
  expect(readFileSync(gen('schema_pb.d.ts'), 'utf8')).toContain('export class Note {');
});

test('fresh code passes, an edited file is named with its line', () => {
  expect(staleFiles('packages/syft-tiny', root)).toEqual([]);
  writeFileSync(gen('schema_pb.js'), `// edited\n${readFileSync(gen('schema_pb.js'), 'utf8')}`);
  expect(staleFiles('packages/syft-tiny', root)).toMatchObject([{ file: 'packages/syft-tiny/src/gen/schema_pb.js', line: 1 }]);
});
