import { preset } from '../../tsup.preset.ts';

const sockets = { 'websocket-node': 'src/transport/websocket-node.ts', 'websocket-browser': 'src/transport/websocket-browser.ts' };

export default preset({
  entry: { index: 'src/index.ts', node: 'src/node.ts', browser: 'src/browser.ts', ...sockets },
  external: [/^node:/, '#websocket'],
});
