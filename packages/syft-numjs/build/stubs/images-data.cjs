'use strict';

// Stands in for numjs's images.data, whose getters read files from the package's folder. Same names, each fails closed.
for (const name of ['digit', 'five', 'node', 'lena', 'lenna', 'moon']) {
  Object.defineProperty(exports, name, {
    get() {
      throw new Error('cannot use image files: this build of numjs has no file system and no canvas');
    },
  });
}
