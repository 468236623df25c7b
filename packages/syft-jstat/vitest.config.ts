import { preset } from '../../vitest.preset.ts';

export default preset(import.meta.dirname);
