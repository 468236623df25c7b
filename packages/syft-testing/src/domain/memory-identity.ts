import { createSigningKey } from '@syft-libs/ast';
import { type Identity, type PinnedDomain, pinInvitation } from '@syft-libs/client';

/** An identity that lives in memory: a fresh key that trusts the domain of an invitation, if one is given. */
export async function createMemoryIdentity(invitation?: string): Promise<Identity> {
  const key = await createSigningKey(false);
  let domains: readonly PinnedDomain[] = invitation === undefined ? [] : pinInvitation([], invitation);
  return {
    key,
    get domains() {
      return domains;
    },
    async save(changed) {
      domains = changed;
    },
  };
}
