// Measures one group of rows in a process of its own, so that no row inherits another's compiled code or garbage.
import { serverArgument } from './measure/child-server.ts';
import type { Figure } from './measure/figure.ts';

const { group } = serverArgument<{ readonly group: string }>();
const { measure } = (await import(`./rows/${group}.ts`)) as { measure(): Promise<readonly Figure[]> };
process.send?.(await measure());
process.exit();
