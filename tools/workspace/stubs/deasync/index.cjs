'use strict';

// Stands in for a native add-on of numjs: loading it works, calling it fails closed.
module.exports = function deasync() {
  throw new Error('cannot call deasync: this workspace replaces it by a stub');
};
