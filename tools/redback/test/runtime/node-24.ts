import { existsSync } from 'node:fs';
import { type CageNode, findCageNode } from '../../src/crawl/cage/cage-node.ts';

const INSTALLED = new URL(`../../../../node_modules/node-${process.platform}-${process.arch}/bin/node`, import.meta.url).pathname;

/** The workspace's own Node, whose permission model does not hold sockets. */
export const NODE_24: CageNode = findCageNode(existsSync(INSTALLED) ? INSTALLED : process.execPath);
