import { preset } from '../../../vitest.preset.ts';

/** As every package of the workspace is tested; the folder is the one that a trial has made. */
export default preset(process.env['TRIAL_FOLDER'] ?? import.meta.dirname);
