import { createContext, useContext } from 'react';
import type { ImportKind } from './import-types.ts';
import type { Step } from './steps.ts';

/** Where imports stand: catalogues under `/import`, units and people in the set-up. */
export type ImportPlace = {
  readonly home: string;
  readonly kinds: readonly ImportKind[];
};

const ImportPlaceContext = createContext<ImportPlace>({ home: '/import', kinds: ['catalogue'] });
export const ImportPlaceProvider = ImportPlaceContext.Provider;
export const useImportPlace = (): ImportPlace => useContext(ImportPlaceContext);

/** One import; without a step, wherever it stands. */
export const runPath = ({ home }: ImportPlace, importId: number, step?: Step): string =>
  `${home}/${importId}${step === undefined ? '' : `?step=${step}`}`;
