// What the data scientist's page does, step by step; the test names the steps and gets plain values back. Runs in the browser only.
import { type Columns, connect, isSyftError, type Location, type NumberPointer } from '@syft-libs/client';
import { enrol, loadIdentity } from '@syft-libs/client/browser';
import { type NumjsRemote, numjs } from '@syft-libs/numjs';

const COLUMNS = ['bill', 'mass'] as const;

let clinic: Location;
let nj: NumjsRemote;

const study = <R extends boolean>({ bill: x, mass: y }: Columns<'bill' | 'mass', R>): NumberPointer<R> =>
  nj.mean(nj.multiply(nj.divide(nj.subtract(x, nj.mean(x)), nj.std(x)), y)) as NumberPointer<R>;

async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'no error';
  } catch (error) {
    return isSyftError(error) ? error.code : String(error);
  }
}

async function open(url: string): Promise<string> {
  clinic = await connect(url, { identity: await loadIdentity() });
  nj = clinic.lib(numjs);
  return clinic.person;
}

/** Every step by its name. */
const steps = {
  async enrol(invitation: string, url: string) {
    await enrol(invitation);
    return open(url);
  },
  open,
  openCode: (url: string) => codeOf(open(url)),
  async identity() {
    const { key } = await loadIdentity();
    const exported = await crypto.subtle.exportKey('pkcs8', key.privateKey).then(
      () => true,
      () => false,
    );
    return { publicKey: [...key.publicKey], extractable: key.privateKey.extractable, exported };
  },
  identityCode: () => codeOf(loadIdentity()),
  async datasets() {
    const datasets = await clinic.datasets();
    return datasets.map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) }));
  },
  mock: () => study(clinic.dataset('birds').mock.complete(...COLUMNS)).get(),
  readCode: () => codeOf(study(clinic.dataset('birds').complete(...COLUMNS)).get()),
  async ask(reason: string) {
    const { id } = await study(clinic.dataset('birds').complete(...COLUMNS)).request({ reason });
    return id;
  },
  /** The same study, but for the private column as an array. */
  async askArray() {
    const { id } = await nj.add(clinic.dataset('birds').complete(...COLUMNS).bill, 1).request({ reason: 'array' });
    return id;
  },
  value: (id: string) => clinic.request<number>(id).value(),
  valueCode: (id: string) => codeOf(clinic.request(id).value()),
  plainValue: async (id: string) => shapeOf(await clinic.request(id).value({ as: 'plain' })),
  plain: async () => shapeOf(await nj.add(clinic.dataset('birds').mock.complete('bill').bill, 1).get({ as: 'plain' })),
  libraryTypeCode: () => codeOf(nj.add(clinic.dataset('birds').mock.complete('bill').bill, 1).get()),
  /** Sends an array there and back; whether it is the same, how often progress was told, and how long it took, in milliseconds. */
  async roundTrip(length: number) {
    const sent = Float64Array.from({ length }, (_, index) => Math.sqrt(index) - 7);
    const started = performance.now();
    let calls = 0;
    const progress = () => void calls++;
    const received = (await (await clinic.upload(sent, { progress })).get({ progress })) as unknown as Float64Array;
    const time = performance.now() - started;
    return { same: received.length === length && received.every((value, index) => Object.is(value, sent[index])), calls, time };
  },
  /** Whether this page may make code from text. */
  async evaluates() {
    try {
      return new Function('return true')() as boolean;
    } catch {
      return false;
    }
  },
  /** Whether a bare socket opens from this page. */
  socketOpens: (url: string) =>
    new Promise<boolean>((resolve) => {
      const socket = new WebSocket(url);
      socket.onopen = () => resolve(true);
      socket.onerror = () => resolve(false);
    }),
  close: () => clinic.close(),
};

function shapeOf(value: unknown) {
  const { type, dtype, shape, data } = value as { type: string; dtype: string; shape: readonly number[]; data: Float64Array };
  return { type, dtype, shape, length: data.length };
}

export type Steps = typeof steps;

/** Runs a step in a task of the page's own, where the page's policy holds whatever the debugger may do. */
const run = (name: keyof Steps, args: readonly unknown[]): Promise<unknown> =>
  new Promise((resolve, reject) => {
    setTimeout(() => {
      const step = steps[name] as (...args: readonly unknown[]) => Promise<unknown>;
      step(...args).then(resolve, reject);
    });
  });

Object.assign(globalThis, { runStep: run });
