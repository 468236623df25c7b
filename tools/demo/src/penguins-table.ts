import { category, defineTable, float64, int16 } from '@syft-libs/domain';

/** The table that the demo ships. */
export const PENGUINS_CSV = new URL('../data/penguins.csv', import.meta.url);

/** What its owner says of it: types, units, bounds, and which text stands for a missing value. */
export const penguinsTable = defineTable({
  subject: 'row',
  columns: {
    species: category(['Adelie', 'Chinstrap', 'Gentoo']),
    island: category(['Biscoe', 'Dream', 'Torgersen']),
    bill_length_mm: float64({ unit: 'mm', bounds: [20, 80], missing: 'NA' }),
    bill_depth_mm: float64({ unit: 'mm', bounds: [5, 40], missing: 'NA' }),
    flipper_length_mm: int16({ unit: 'mm', bounds: [100, 300], missing: 'NA' }),
    body_mass_g: float64({ unit: 'g', bounds: [2_000, 8_000], missing: 'NA' }),
    sex: category(['female', 'male'], { missing: 'NA' }),
  },
});
