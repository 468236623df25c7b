import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { projects: ['packages/*', 'tools/*'], coverage: { include: ['packages/*/src/**'], exclude: ['**/gen/**'] } },
});
