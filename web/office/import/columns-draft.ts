/** What a person changed about how a table is read, before it is compared anew. */
import type { BodyGiven } from '#contract/endpoint.ts';
import type { chooseForImport } from '#contract/import.ts';
import type { CatalogueOptions, ImportTable } from './import-types.ts';

type Body = BodyGiven<typeof chooseForImport>;
export type Defaults = ImportTable['defaults'];

export type ColumnsDraft = {
  /** Meaning by column. */
  readonly columns: Readonly<Record<number, string>>;
  readonly sections: ImportTable['sections'] | null;
  readonly defaults: Defaults;
  readonly options: Partial<CatalogueOptions>;
};

export const noDraft: ColumnsDraft = { columns: {}, sections: null, defaults: {}, options: {} };

export const countChanges = ({ columns, sections, defaults, options }: ColumnsDraft): number =>
  Object.keys(columns).length +
  (sections === null ? 0 : 1) +
  Object.keys(defaults).length +
  Object.keys(options).length;

/** A meaning set, or taken back when it is the one that stands. */
export const withField = (
  draft: ColumnsDraft,
  column: number,
  field: string,
  standing: string,
): ColumnsDraft => {
  const { [column]: _, ...rest } = draft.columns;
  return { ...draft, columns: field === standing ? rest : { ...rest, [column]: field } };
};

/**
 * The decision to send. The server keeps one mapping, so that it goes whole: where the heading stands, every
 * column, the lines that stand alone, what the table does not say. Options alone leave the mapping as it is.
 */
export const bodyOf = (table: ImportTable, draft: ColumnsDraft): Body => {
  const { columns, sections, defaults, options } = draft;
  const remaps = countChanges({ ...draft, options: {} }) > 0;
  return {
    ...(Object.keys(options).length === 0 ? {} : { options }),
    ...(remaps
      ? {
          mapping: {
            sheet: table.sheet,
            headerRows: table.headerRows,
            columns: table.columns.map(({ column, field }) => ({ column, field: columns[column] ?? field })),
            sections: sections ?? table.sections,
            defaults: { ...table.defaults, ...defaults },
          },
        }
      : {}),
  };
};
