import { preset } from '../../tsup.preset.ts';

const sockets = ['src/transport/websocket-node.ts', 'src/transport/websocket-browser.ts'];

// `#websocket` is one of the two, chosen by package.json where the package runs.
export default preset({ entry: ['src/index.ts', 'src/node.ts', 'src/browser.ts', ...sockets], external: [/^node:/, '#websocket'] });
