import {
  autoloadedLibraries,
  DEFAULT_LIMITS,
  type LimitName,
  type Limits,
  resolveLimits,
  type SupportPackage,
  SyftError,
} from '@syft-libs/ast';
import { type Identity, recordHandshake } from './identity/identity.ts';
import { LibraryTable } from './lib/library-table.ts';
import type { Location } from './location/location.ts';
import { PointerService } from './location/pointer-service.ts';
import { RemoteLocation } from './location/remote-location.ts';
import { establish, keepConnected, type ReconnectOptions } from './session/keep-connected.ts';
import { Session } from './session/session.ts';
import { createDialler, type DialTarget, type OpenTransport } from './transport/dial.ts';

export interface ConnectOptions {
  /** Who you are, and which domains you trust: from `loadIdentity` or `enrol`. */
  readonly identity: Identity;
  /** Narrower bounds on what the domain may send; wider ones than the defaults are not taken. */
  readonly limits?: Partial<Limits>;
  /** Gives up connecting. A connection that stands is ended by `close`. */
  readonly signal?: AbortSignal;
  /** How a lost connection to a URL is taken up again; `false` not to. A port or a transport is good for one connection. */
  readonly reconnect?: ReconnectOptions | false;
  /** Opens the transport to a URL, instead of a WebSocket. */
  readonly transport?: OpenTransport;
  /** Support packages to compare with the domain's at once; others may follow by `lib`. */
  readonly libraries?: readonly SupportPackage[];
}

/**
 * Connects to a domain: by a ws: or wss: URL, a `MessagePort`, or a transport in this process. Both sides prove their
 * keys. Throws `UNKNOWN_DOMAIN` when the domain's key is not the one that was pinned, `NOT_AUTHENTICATED`, `CLOSED`,
 * `TIMEOUT`, `PROTOCOL`, or the signal's reason.
 */
export async function connect(target: DialTarget, options: ConnectOptions): Promise<Location> {
  const { identity, signal, reconnect = {}, libraries: supports = [] } = options;
  const limits = narrowDefaults(options.limits);
  // On demand: a page shows itself before it connects.
  const { js } = await import('@syft-libs/js');
  const dialler = createDialler(target, options.transport);
  const known = [js as SupportPackage, ...supports.filter((support) => support !== js)];
  const autoloaded = await autoloadedLibraries();
  let pointers: PointerService | undefined;
  const libraries = new LibraryTable((entry, operands) => (pointers as PointerService).call(entry, operands), autoloaded);
  for (const support of known) libraries.add(support);
  const terms = { identity, limits, surfaces: known.flatMap((support) => support.surfaces) };
  const established = await establish(dialler, terms, { resume: undefined, domain: undefined, signal });
  try {
    await recordHandshake(identity, established.domain, dialler.url);
  } catch (error) {
    established.transport.close();
    throw error;
  }
  const session = new Session(established, libraries.registry, limits);
  pointers = new PointerService(session, libraries);
  if (reconnect !== false && dialler.url !== undefined)
    keepConnected(session, dialler, terms, { ...reconnect, domain: established.domain });
  else session.onDetached = () => session.end(new SyftError('CLOSED', 'cannot go on: the connection was closed'));
  session.attach(established);
  return new RemoteLocation({ session, libraries, pointers }, established);
}

/** The defaults, narrowed by what is given. Throws `BAD_CONFIG` for a limit that is no positive number. */
function narrowDefaults(given: Partial<Limits> = {}): Limits {
  const narrowed: Partial<Record<LimitName, number>> = {};
  for (const [name, limit] of Object.entries(given) as [LimitName, number][]) {
    if (!Object.hasOwn(DEFAULT_LIMITS, name) || !(limit > 0))
      throw new SyftError('BAD_CONFIG', `cannot use limit ${name}: expected a known name and a positive number`);
    narrowed[name] = Math.min(limit, DEFAULT_LIMITS[name]);
  }
  return resolveLimits(narrowed);
}
