export { type AutoloadPlugin, type AutoloadPluginOptions, autoload } from './bundle/plugin.ts';
