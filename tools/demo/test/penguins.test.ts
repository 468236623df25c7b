import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { penguinsToCsv } from '../src/convert-penguins.ts';

const csv = readFileSync(new URL('../data/penguins.csv', import.meta.url), 'utf8');
const [header = [], ...rows] = csv
  .trimEnd()
  .split('\n')
  .map((line) => line.split(','));
const column = (name: string) => rows.map((row) => row[header.indexOf(name)] ?? '');

describe('the shipped table', () => {
  it('has 344 birds, each with every column', () => {
    expect(header).toEqual(['species', 'island', 'bill_length_mm', 'bill_depth_mm', 'flipper_length_mm', 'body_mass_g', 'sex']);
    expect(rows).toHaveLength(344);
    expect(rows.every((row) => row.length === header.length)).toBe(true);
  });

  it.each([
    ['species', { Adelie: 152, Chinstrap: 68, Gentoo: 124 }],
    ['island', { Biscoe: 168, Dream: 124, Torgersen: 52 }],
    ['sex', { female: 165, male: 168, NA: 11 }],
  ])('counts %s as palmerpenguins does', (name, counts) => {
    expect(
      Object.fromEntries(
        Map.groupBy(column(name), (cell) => cell)
          .entries()
          .map(([cell, cells]) => [cell, cells.length]),
      ),
    ).toEqual(counts);
  });

  it.each([
    ['bill_length_mm', 43.92193, 32.1, 59.6],
    ['bill_depth_mm', 17.15117, 13.1, 21.5],
    ['flipper_length_mm', 200.9152, 172, 231],
    ['body_mass_g', 4201.754, 2700, 6300],
  ])('has the published mean and range of %s, and two birds without it', (name, mean, lowest, highest) => {
    const values = column(name)
      .filter((cell) => cell !== 'NA')
      .map(Number);
    expect(values).toHaveLength(342);
    expect(values.reduce((sum, value) => sum + value, 0) / 342).toBeCloseTo(mean, 3);
    expect([Math.min(...values), Math.max(...values)]).toEqual([lowest, highest]);
  });
});

describe('penguinsToCsv', () => {
  it('writes NA for what is missing, and sex in lower case', () => {
    const bird = {
      Species: 'Gentoo',
      Island: 'Biscoe',
      'Beak Length (mm)': 44.5,
      'Beak Depth (mm)': null,
      'Flipper Length (mm)': 217,
      'Body Mass (g)': 4875,
    };
    expect(
      penguinsToCsv([
        { ...bird, Sex: '.' },
        { ...bird, Sex: 'FEMALE' },
      ])
        .split('\n')
        .slice(1),
    ).toEqual(['Gentoo,Biscoe,44.5,NA,217,4875,NA', 'Gentoo,Biscoe,44.5,NA,217,4875,female', '']);
  });
});
