/** What the patches inside a cage hold back, as data. */
import type { Reach } from './reached.ts';

/** Modules whose functions all reach out, by what they reach for. */
export const HELD_MODULES: Readonly<Record<string, Reach>> = {
  net: 'net',
  tls: 'net',
  dgram: 'net',
  http: 'net',
  https: 'net',
  http2: 'net',
  dns: 'net',
  'dns/promises': 'net',
  child_process: 'child_process',
  cluster: 'child_process',
  worker_threads: 'worker',
  inspector: 'native',
  'inspector/promises': 'native',
  wasi: 'native',
  trace_events: 'native',
  'node:sqlite': 'fs',
  'node:ffi': 'native',
};

/** Single functions of modules that are else free. */
export const HELD_FUNCTIONS: readonly (readonly [module: string, names: readonly string[], reach: Reach])[] = [
  [
    'v8',
    [
      'setFlagsFromString',
      'writeHeapSnapshot',
      'getHeapSnapshot',
      'setHeapSnapshotNearHeapLimit',
      'takeCoverage',
      'stopCoverage',
      'startCpuProfile',
      'startHeapProfile',
    ],
    'native',
  ],
  ['os', ['setPriority'], 'process'],
  ['crypto', ['setEngine', 'setFips'], 'native'],
  ['vm', ['Script', 'createContext', 'compileFunction', 'measureMemory', 'runInContext', 'runInNewContext', 'runInThisContext'], 'eval'],
  ['module', ['enableCompileCache', 'flushCompileCache', 'register', 'registerHooks'], 'native'],
];

/** Of `process`: signals, identities, and ways to handles and bindings. */
export const HELD_OF_PROCESS = [
  'kill',
  '_kill',
  '_getActiveHandles',
  '_getActiveRequests',
  '_debugProcess',
  '_debugEnd',
  'execve',
  'dlopen',
  'binding',
  '_linkedBinding',
  'chdir',
  'umask',
  'setuid',
  'setgid',
  'seteuid',
  'setegid',
  'setgroups',
  'initgroups',
  'loadEnvFile',
] as const;

/** Functions that tell of the machine, and may be called where that is seen: all of a module, or those named. */
export const WATCHED_FUNCTIONS: readonly (readonly [module: string, names: readonly string[] | 'all', reach: Reach])[] = [
  ['fs', 'all', 'fs'],
  ['fs/promises', 'all', 'fs'],
  ['os', 'all', 'process'],
  ['async_hooks', ['executionAsyncId', 'triggerAsyncId', 'executionAsyncResource', 'createHook'], 'process'],
  ['process', ['cwd', 'cpuUsage', 'threadCpuUsage', 'memoryUsage', 'resourceUsage', 'availableMemory', 'constrainedMemory'], 'process'],
  ['process', ['getuid', 'geteuid', 'getgid', 'getegid', 'getgroups', 'getActiveResourcesInfo'], 'process'],
];

/** Of `process`: properties that tell of the machine. */
export const WATCHED_OF_PROCESS = ['pid', 'ppid', 'title', 'argv', 'execPath', 'execArgv', 'debugPort'] as const;
/** Of `navigator`. */
export const WATCHED_OF_NAVIGATOR = ['hardwareConcurrency', 'platform', 'userAgent'] as const;

/** Classes that may be made, since libraries make them when they load, but do nothing. */
export const HARMLESS_CLASSES = new Set([
  'Agent',
  'Socket',
  'Stream',
  'Server',
  'BlockList',
  'SocketAddress',
  'MessageChannel',
  'MessagePort',
  'IncomingMessage',
  'OutgoingMessage',
  'ServerResponse',
  'EventEmitter',
  'Utf8Stream',
]);
/** Functions of held modules that only compute. */
export const HARMLESS_FUNCTIONS = new Set([
  'isIP',
  'isIPv4',
  'isIPv6',
  'getCiphers',
  'checkServerIdentity',
  'validateHeaderName',
  'validateHeaderValue',
  'getDefaultAutoSelectFamily',
  'getServers',
]);
/** Methods by which instances of those classes would reach out. */
export const REACHING_METHODS = ['connect', 'listen', '_listen2', 'bind', 'send', 'addMembership', 'setupPrimary', 'fork'];
/** Globals that connect. */
export const HELD_GLOBALS = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'];
/** Members of `fs` whose use says nothing: classes, and what the loader extends. */
export const FREE_OF_FS = new Set([
  'constructor',
  'toString',
  'Stats',
  'Dirent',
  'Dir',
  'ReadStream',
  'WriteStream',
  'FileReadStream',
  'FileWriteStream',
  'Utf8Stream',
  '_toUnixTimestamp',
]);
