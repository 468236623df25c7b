import { measureSizes } from '../../src/browser-sizes.ts';
import { type Figure, stated } from '../measure/figure.ts';

/** What a page loads, gzipped; a thousand bytes are a kilobyte. */
export async function measure(): Promise<readonly Figure[]> {
  const rows = await measureSizes();
  return rows.map(({ name, size, budget }) =>
    stated(
      { row: 'client for the browser, gzipped', figure: name, ...(budget === undefined ? {} : { budget: { most: budget } }) },
      { name: 'syft', samples: [size.gzipped], unit: 'bytes' },
    ),
  );
}
