import type { Location } from '@syft-libs/client';
import { type Figure, stated } from '../measure/figure.ts';
import { startPeers } from '../peers/peers.ts';
import { RawSocket } from '../peers/raw-socket.ts';
import { startDomain } from '../subjects/remote-domain.ts';

const SESSIONS = 300;

/** Live bytes on the server for each session that has done nothing yet, beside those of a bare connection. */
export async function measure(): Promise<readonly Figure[]> {
  await using peers = await startPeers();
  await using domain = await startDomain({ vm: 'worker', inFolder: true });
  const ours: number[] = [];
  const bare: number[] = [];
  const sessions: Location[] = [await domain.connect()];
  const sockets: RawSocket[] = [];
  for (let round = 0; round < 5; round++) {
    ours.push(
      await growth(
        () => domain.server.ask<number>('liveBytes'),
        async () => {
          for (let index = 0; index < SESSIONS; index++) sessions.push(await domain.connect());
        },
      ),
    );
    bare.push(
      await growth(
        () => peers.server.ask<number>('liveBytes'),
        async () => {
          for (let index = 0; index < SESSIONS; index++) sockets.push(await RawSocket.open(peers.server.hello.echo));
        },
      ),
    );
  }
  await Promise.all(sessions.map((session) => session.close()));
  for (const socket of sockets) socket[Symbol.dispose]();
  const row = 'idle session on the server, before its first action';
  return [
    stated({ row, figure: 'bytes', budget: { most: 16 * 1024 } }, { name: 'syft', samples: ours, unit: 'bytes' }),
    stated({ row, figure: 'bytes of a bare ws connection' }, { name: 'ws', samples: bare, unit: 'bytes' }),
  ];
}

async function growth(live: () => Promise<number>, open: () => Promise<void>): Promise<number> {
  const before = await live();
  await open();
  return ((await live()) - before) / SESSIONS;
}
