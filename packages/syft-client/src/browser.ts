export { enrol, type IdentityDatabaseOptions, loadIdentity, saveIdentity } from './browser/identity-database.ts';
