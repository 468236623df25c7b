'use strict';

// Stands in for numjs's images.read, .save and .resize: files, native code or a canvas. Calling it fails closed.
module.exports = function unavailableImageFunction() {
  throw new Error('cannot use image files: this build of numjs has no file system and no canvas');
};
