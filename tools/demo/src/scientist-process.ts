/** The data scientist's process: sees what the catalogue shows, computes on pointers, asks for results. */

import { connect, isSyftError, type Location, type ReleaseRequest } from '@syft-libs/client';
import { enrol, loadIdentity } from '@syft-libs/client/node';
import { type NdArray, numjs } from '@syft-libs/numjs';
import { serveTasks } from './actor.ts';
import { STUDY_COLUMNS, study } from './study.ts';

let clinic: Location;

const tasks = {
  /** Takes an invitation in and keeps the identity that it gives in a file. */
  async enrol(invitation: string, path: string) {
    await enrol(invitation, { path });
  },
  async connect(url: string, path: string) {
    clinic = await connect(url, { identity: await loadIdentity({ path }), libraries: [numjs] });
    return clinic.person;
  },
  catalogue: () => clinic.datasets(),
  /** Tries to read a private column. */
  readColumn: () =>
    codeOf(
      clinic
        .dataset('penguins')
        .complete(...STUDY_COLUMNS)
        .body_mass_g.get(),
    ),
  async studyMock() {
    return figuresOf(await study(clinic.lib(numjs), clinic.dataset('penguins').mock.complete(...STUDY_COLUMNS)).get());
  },
  /** The same on the data, up to the request; counts what travelled. */
  async studyData() {
    const before = clinic.stats;
    const result = study(clinic.lib(numjs), clinic.dataset('penguins').complete(...STUDY_COLUMNS));
    const { id } = await result.request({ reason: 'body mass on bill length, study 12' });
    const { actions, framesSent, bytesSent } = clinic.stats;
    return { id, calls: actions - before.actions, frames: framesSent - before.framesSent, bytes: bytesSent - before.bytesSent };
  },
  /** Asks for one bird’s mass, dressed up as a weighted sum. */
  async askForOneBird(birds: number) {
    const { body_mass_g: mass } = clinic.dataset('penguins').complete(...STUDY_COLUMNS);
    const mask = new Float64Array(birds);
    mask[7] = 1;
    const { id } = await clinic.lib(numjs).dot(mask, mass).request({ reason: 'weighted total' });
    return id;
  },
  /** A released value, or the code that stands in its way. */
  async value(id: string) {
    const request: ReleaseRequest<NdArray> = clinic.request(id);
    return codeOf(request.value({ signal: AbortSignal.timeout(30_000) }).then(figuresOf));
  },
  close: () => clinic.close(),
};

export type ScientistTasks = typeof tasks;

serveTasks(tasks);

type Outcome<T> = { readonly value: T } | { readonly code: string; readonly message: string };

async function codeOf<T>(outcome: Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await outcome };
  } catch (error) {
    if (!isSyftError(error)) throw error;
    return { code: error.code, message: error.message };
  }
}

function figuresOf(array: NdArray): readonly number[] {
  return array.tolist() as readonly number[];
}
