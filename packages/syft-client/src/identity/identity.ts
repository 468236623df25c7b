import { type Invitation, parseInvitation, type SigningKey, SyftError, toHex } from '@syft-libs/ast';

/** A domain whose key this identity trusts. */
export interface PinnedDomain {
  /** The domain's public key, 64 hexadecimal digits. */
  readonly key: string;
  /** What its owner calls it. */
  readonly name: string;
  /** Addresses at which it has answered; no other key is accepted there. */
  readonly urls: readonly string[];
  /** Handed in at the first handshake, then dropped. */
  readonly invitation?: { readonly id: string; readonly secret: string };
}

/** A person's key, and the domains that it knows. Loaded by `./node` from a file, by `./browser` from IndexedDB. */
export interface Identity {
  readonly key: SigningKey;
  readonly domains: readonly PinnedDomain[];
  /** Keeps the pins for later. Called after a handshake that changed them. */
  save(domains: readonly PinnedDomain[]): Promise<void>;
}

/** The pins with that of an invitation, which replaces an older one of the same domain. Throws `BAD_ARGUMENT`. */
export function pinInvitation(domains: readonly PinnedDomain[], invitation: string | Invitation): readonly PinnedDomain[] {
  const { id, secret, domainKey, domainName } = typeof invitation === 'string' ? parseInvitation(invitation) : invitation;
  const key = toHex(domainKey);
  const urls = domains.find((domain) => domain.key === key)?.urls ?? [];
  return [...domains.filter((domain) => domain.key !== key), { key, name: domainName, urls, invitation: { id, secret: toHex(secret) } }];
}

/** The pin of the domain that answers at `origin`. Throws `UNKNOWN_DOMAIN` when it is not pinned, or another one is expected there. */
export function findPin(identity: Identity, key: string, origin: string): PinnedDomain {
  const expected = identity.domains.find((domain) => domain.urls.includes(origin));
  const pin = identity.domains.find((domain) => domain.key === key);
  if (pin === undefined) throw new SyftError('UNKNOWN_DOMAIN', 'cannot connect: no invitation of this domain was enrolled');
  if (expected !== undefined && expected.key !== key) {
    throw new SyftError('UNKNOWN_DOMAIN', `cannot connect: ${expected.name} is expected at this address, and another domain answers`);
  }
  return pin;
}

/** Notes, after a handshake, where the domain answered and that its invitation is spent. Saves only what changed. */
export async function recordHandshake(identity: Identity, key: string, url: string | undefined): Promise<void> {
  const pin = identity.domains.find((domain) => domain.key === key);
  if (pin === undefined) return;
  const { invitation, ...rest } = pin;
  const isNew = url !== undefined && !pin.urls.includes(url);
  if (!isNew && invitation === undefined) return;
  const recorded = { ...rest, urls: isNew ? [...pin.urls, url] : pin.urls };
  await identity.save(identity.domains.map((domain) => (domain.key === key ? recorded : domain)));
}
