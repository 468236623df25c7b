import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatInvitation, parseInvitation } from '../../src/index.ts';
import { errorOf } from '../syft-error.ts';

const id = fc.stringMatching(/^[0-9a-f]{16}$/);
const key = fc.uint8Array({ minLength: 32, maxLength: 32 });

test('an invitation is one line of plain characters that reads back, whatever the domain is called', () => {
  fc.assert(
    fc.property(id, key, key, fc.string({ unit: 'grapheme', maxLength: 20 }), (text, secret, domainKey, name) => {
      const domainName = [...name].slice(0, 64).join('');
      const line = formatInvitation({ id: text, secret, domainKey, domainName });
      expect(line).toMatch(/^syft1-[A-Za-z0-9_.~%-]+$/);
      expect(parseInvitation(` ${line}\n`)).toEqual({ id: text, secret, domainKey, domainName });
    }),
  );
});

test('a long name is cut and does not make a line that nobody can read', () => {
  const invitation = { id: '0123456789abcdef', secret: new Uint8Array(32), domainKey: new Uint8Array(32) };
  expect(parseInvitation(formatInvitation({ ...invitation, domainName: '診'.repeat(500) })).domainName).toBe('診'.repeat(64));
  expect(parseInvitation(formatInvitation({ ...invitation, domainName: 'St. Mary’s (Rome)! ~*\ud800' })).domainName).toBe(
    'St. Mary’s (Rome)! ~*\ufffd',
  );
});

test.each([
  '',
  'syft1-',
  'syft2-0123456789abcdef',
  `syft1-0123456789abcdef-${'00'.repeat(32)}-${'00'.repeat(31)}-x`,
  `syft1-0123456789abcdef-${'00'.repeat(32)}-${'00'.repeat(32)}-%zz`,
  `syft1-0123456789abcdef-${'00'.repeat(32)}-${'00'.repeat(32)}-%ff`,
])('what is no invitation is refused, without being repeated: %s', (line) => {
  const { message } = errorOf(() => parseInvitation(line), 'BAD_ARGUMENT');
  expect(message).not.toContain('0123456789abcdef');
});
