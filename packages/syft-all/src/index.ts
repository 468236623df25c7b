export * from './gen/supports.ts';
