import { boundOfShape, type messages, SyftError, type TypeRef } from '@syft-libs/ast';
import type { DomainCore } from '../core.ts';
import { notFound } from '../object/rights.ts';
import type { CheckedAction } from './check-action.ts';

const COLUMN_TYPE: TypeRef = Object.freeze({ kind: 'ref', id: 'ast.Column' });

/**
 * Checks a selection of complete cases: the columns, row by row, of the rows in which none of them is missing. How many
 * rows that leaves is private, so that each column is bounded by the rows that the catalogue owns up to. A dataset or
 * a column without a grant does not exist: `NOT_FOUND`.
 */
export function selectColumns(
  core: DomainCore,
  person: string,
  { select, restoring }: { readonly select: messages.Select; readonly restoring: boolean },
): readonly CheckedAction[] {
  const { dataset: name, columns, mock } = select;
  const granted = restoring ? undefined : core.grants.columnsFor(person, name);
  const dataset = core.datasets.get(name);
  if (dataset === undefined || (!restoring && (granted === undefined || !columns.every((column) => granted.has(column)))))
    throw notFound('dataset');
  if (columns.length === 0 || new Set(columns).size !== columns.length) {
    throw new SyftError('BAD_ARGUMENT', 'cannot select columns: name one or more, each once');
  }
  const bound = boundOfShape([core.datasets.rowBound(dataset, mock)]);
  core.datasets.assertSelectable(dataset, columns, mock);
  const sources = core.sources.of(name, columns);
  return columns.map((_, column) => ({
    type: COLUMN_TYPE,
    readable: mock,
    sources,
    bound,
    bytes: bound.elements * 8,
    origin: { kind: 'column', dataset: name, columns, column, mock },
  }));
}
