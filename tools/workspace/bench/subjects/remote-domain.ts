import { createSigningKey } from '@syft-libs/ast';
import { connect, type Identity, type Location, pinInvitation } from '@syft-libs/client';
import { numjs } from '@syft-libs/numjs';
import { ChildServer } from '../measure/child-server.ts';

export interface DomainArgument {
  readonly vm: 'in-thread' | 'worker';
  /** Keeps everything on disk; in memory unless said otherwise. */
  readonly inFolder?: boolean;
  /** Rows of a table that has columns `x` and `y`. */
  readonly rows?: number;
}

export interface DomainHello {
  readonly url: string;
  readonly invitation: string;
}

/** A domain in another process, and a person who may use it. */
export interface RemoteDomain extends AsyncDisposable {
  readonly server: ChildServer<DomainHello>;
  connect(): Promise<Location>;
}

/** Starts a domain with numjs and enrols a person. */
export async function startDomain(argument: DomainArgument): Promise<RemoteDomain> {
  const server = await ChildServer.start<DomainHello>(new URL('./domain-main.ts', import.meta.url), argument);
  const identity = await createIdentity(server.hello.invitation);
  return {
    server,
    connect: () => connect(server.hello.url, { identity, libraries: [numjs] }),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

/** An identity in memory that trusts the domain of an invitation. */
export async function createIdentity(invitation: string): Promise<Identity> {
  let domains = pinInvitation([], invitation);
  return {
    key: await createSigningKey(false),
    get domains() {
      return domains;
    },
    async save(changed) {
      domains = changed;
    },
  };
}
