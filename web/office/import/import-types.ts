import type { ResponseOf } from '#contract/endpoint.ts';
import type { getImport, imports } from '#contract/import.ts';

type Answer = ResponseOf<typeof getImport>;
export type ImportRun = Answer['run'];
export type ImportRow = Answer['rows'][number];
export type ImportTable = NonNullable<ImportRun['table']>;
export type ImportColumn = ImportTable['columns'][number];
export type ImportIssue = ImportRow['issues'][number];
export type ImportKind = ImportRun['kind'];
export type CatalogueOptions = NonNullable<ImportRun['options']>;
export type OpenName = ImportRun['openUnits'][number];
export type EarlierRun = ResponseOf<typeof imports>['items'][number];
