import { useRouterState } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { FileMatterPage } from '../file-matter/file-matter-page.tsx';
import { paths } from '../paths.ts';
import { AbsentPage } from '../shell/absent-page.tsx';
import { ImportHome } from './import-home.tsx';
import { type ImportPlace, ImportPlaceProvider } from './import-place.ts';
import { RunPage } from './run-page.tsx';

type ImportAtProps = {
  readonly place: ImportPlace;
  /** What the address says below the place: nothing, or the number of an import. */
  readonly rest: string;
};

/** Imports of some kinds at one place: the beginning and the earlier ones, or one import. */
export const ImportAt = ({ place, rest }: ImportAtProps) => (
  <ImportPlaceProvider value={place}>
    {rest === '' ? (
      <ImportHome />
    ) : /^[1-9]\d{0,8}$/.test(rest) ? (
      <RunPage key={rest} importId={Number(rest)} />
    ) : (
      <AbsentPage />
    )}
  </ImportPlaceProvider>
);

const place: ImportPlace = { home: paths.import(), kinds: ['catalogue'] };

/** 目录导入: the year's catalogue, for the supervising office and the offices of the organs; one matter by hand at `new`. */
export const ImportPages = (): ReactElement => {
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  const rest = pathname.replace(/^\/import\/?/, '').replace(/\/+$/, '');
  return rest === 'new' ? <FileMatterPage /> : <ImportAt place={place} rest={rest} />;
};
