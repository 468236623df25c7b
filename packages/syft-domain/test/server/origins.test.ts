// Who may open a socket, by the page that asks: a browser names the page's origin, and no page can change it.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { Domain, type Listener, type ListenOptions } from '../../src/index.ts';

let domain: Domain;

beforeEach(async () => {
  domain = await Domain.open({ libraries: [], vm: 'in-thread' });
});
afterEach(() => domain.close());

async function opens({ url }: Listener, origin: string | undefined): Promise<boolean> {
  const socket = new WebSocket(url, origin === undefined ? {} : { origin });
  const opened = await new Promise<boolean>((resolve) => {
    socket.on('open', () => resolve(true));
    socket.on('error', () => resolve(false));
  });
  socket.terminate();
  return opened;
}

/** Each origin with whether it may connect. */
async function expectAnswers(options: ListenOptions, answers: Readonly<Record<string, boolean>>): Promise<void> {
  const listener = await domain.listen(options);
  for (const [origin, answer] of Object.entries(answers)) expect(await opens(listener, origin), origin).toBe(answer);
  expect(await opens(listener, undefined), 'a program').toBe(true);
}

test('on loopback, pages from loopback may connect and no others', () =>
  expectAnswers(
    {},
    {
      'http://localhost:3000': true,
      'http://127.0.0.1': true,
      'http://[::1]:8080': true,
      'https://evil.example': false,
      'http://localhost.evil.example': false,
      'http://127.0.0.1.evil.example': false,
      null: false,
      'file://': false,
    },
  ));

test('a list of origins is the whole list, to the letter', () =>
  expectAnswers(
    { origins: ['https://lab.example'] },
    {
      'https://lab.example': true,
      'http://lab.example': false,
      'https://lab.example:8443': false,
      'https://sub.lab.example': false,
      'http://localhost:3000': false,
    },
  ));

test('an empty list lets no page in', () => expectAnswers({ origins: [] }, { 'http://localhost:3000': false, 'http://127.0.0.1': false }));

test('behind a proxy a page on its visitor’s own machine is foreign, like every other', () =>
  expectAnswers({ trustedProxy: true }, { 'http://localhost:3000': false, 'https://lab.example': false }));
