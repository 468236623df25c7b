// A data scientist's process: asks for a release and exits, or comes back for the value. Prints one line of JSON.
import { connect } from '@syft-libs/client';
import { enrol, loadIdentity } from '@syft-libs/client/node';
import { labSupport } from '../lab/lab-support.ts';

const [task, url, path, given] = process.argv.slice(2) as [string, string, string, string];

const identity = task === 'ask' ? await enrol(given, { path }) : await loadIdentity({ path });
const clinic = await connect(url, { identity });
if (task === 'ask') {
  const lab = clinic.lib(labSupport) as { total(v: unknown): { request(options: { reason: string }): Promise<{ id: string }> } };
  const { id } = await lab.total(clinic.dataset('patients').complete('x').x).request({ reason: 'study 12' });
  console.log(JSON.stringify({ id, states: (await clinic.requests()).map(({ state }) => state) }));
} else {
  console.log(
    JSON.stringify({
      value: await clinic.request(given).value({ signal: AbortSignal.timeout(20_000) }),
      known: (await clinic.requests()).length,
    }),
  );
}
await clinic.close();
