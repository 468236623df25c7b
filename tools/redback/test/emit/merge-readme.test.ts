import { expect, test } from 'vitest';
import { markedTable, mergeReadme } from '../../src/emit/merge-readme.ts';

const fresh = `# New words\n\n${markedTable('verdicts', '| new |')}\n\n${markedTable('reasons', '| why |')}\n`;

test('only what stands between marks is written anew', () => {
  const current = `# A person’s words\n\nBefore.\n${markedTable('verdicts', '| old |\n|---|')}\nAfter $& $1.\n`;
  expect(mergeReadme(current, fresh)).toBe(`# A person’s words\n\nBefore.\n${markedTable('verdicts', '| new |')}\nAfter $& $1.\n`);
});

test('a table that somebody took out stays out, and one that is no longer made stays as it is', () => {
  const current = `${markedTable('mine', '| kept |')}\nNo verdicts here.`;
  expect(mergeReadme(current, fresh)).toBe(current);
});

test('an unclosed mark takes nothing with it', () => {
  const current = `<!-- generated: verdicts -->\nwords\n\n${markedTable('reasons', '| old |')}\nmore words`;
  expect(mergeReadme(current, fresh)).toBe(`<!-- generated: verdicts -->\nwords\n\n${markedTable('reasons', '| why |')}\nmore words`);
});

test('merging with itself changes nothing', () => {
  expect(mergeReadme(fresh, fresh)).toBe(fresh);
});
