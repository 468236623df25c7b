export { enrol, type IdentityFileOptions, loadIdentity, saveIdentity } from './node/identity-file.ts';
