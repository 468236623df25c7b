// Opens a domain as the first thing that its process does, and tells how long that took; its code was loaded before.
import { Domain } from '@syft-libs/domain';
import { numjs } from '@syft-libs/numjs';
import { serveParent } from '../measure/child-server.ts';
import { timed } from '../measure/rounds.ts';

const milliseconds = await timed(async () => (await Domain.open({ libraries: [numjs], vm: 'in-thread' })).close());
serveParent({ milliseconds }, {});
