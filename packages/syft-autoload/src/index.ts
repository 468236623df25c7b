export { type Autoload, autoload } from './autoload.ts';
export type { AutoloadReport, SupportReport, SupportState } from './load/report.ts';
