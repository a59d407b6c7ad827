import type { MatterKind } from '../ruleset.ts';
import { headerKey } from './field-names.ts';
import type { ColumnField } from './fields.ts';

/** One column of a mapping. The heading says which column is meant, so a layout with moved columns still fits. */
export type MappedColumn = {
  /** Zero-based. */
  readonly column: number;
  /** As printed, levels parted by `/`. */
  readonly header: string;
  readonly field: ColumnField;
};

/** What the file itself does not say, for all its rows. A column, where there is one, wins. */
export type RowDefaults = {
  readonly kind?: MatterKind;
  /** As printed: 市七届人大三次会议. */
  readonly session?: string;
  readonly inSession?: boolean;
  readonly year?: number;
};

/** What a line inside the table that stands alone (一、市教育局（15件）) says of the rows under it. */
export type SectionMeaning = 'ignored' | 'unitsMixed' | 'category' | 'kind';

/** How a layout is to be read. Plain data, to be kept under its fingerprint and used again. */
export type Mapping = {
  readonly version: 1;
  readonly columns: readonly MappedColumn[];
  /** Zero-based rows of the heading; null when the table has none and begins with data at `firstDataRow`. */
  readonly headerRows: { readonly first: number; readonly last: number } | null;
  readonly firstDataRow: number;
  readonly sections: SectionMeaning;
  readonly defaults: RowDefaults;
};

/**
 * Names a layout: the headings in order, without width, spaces and marks. Two files with one fingerprint are
 * read by one mapping. Empty headings at the end do not count.
 */
export const headerFingerprint = (headers: readonly string[]): string =>
  headers.map(headerKey).join('|').replace(/\|+$/, '');
