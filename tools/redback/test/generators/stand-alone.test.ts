import { expect, test } from 'vitest';
import { emitPackage } from '../../src/emit/emit-package.ts';
import { standAlone } from '../../src/generators/support-package/stand-alone.ts';
import { singlePlan } from '../emit/hand-made-plan.ts';

test('what is made outside of the workspace names nothing of it', () => {
  const files = new Map(standAlone(emitPackage(singlePlan)).map(({ path, text }) => [path, text]));
  const json = files.get('package.json') as string;
  expect(Object.keys(JSON.parse(json) as object)).not.toContain('nx');
  expect(json).not.toContain('workspace:');
  expect(files.get('README.md')).not.toContain('](../');
  expect(files.get('README.md')).toContain('The words are those of the glossary.');
  expect([...files].filter(([path, text]) => path.startsWith('../') || /'\.\.\/\.\.\/\w+\.preset/.test(text))).toEqual([]);
});
