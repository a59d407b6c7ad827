import { figureSnapshots } from '#contract/figures.ts';
import { useRouterState } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { AbsentPage } from '../shell/absent-page.tsx';
import { ForbiddenPage } from '../shell/forbidden-page.tsx';
import { holdsAny, useSession } from '../shell/session.ts';
import { CataloguePage } from './catalogue-page.tsx';
import { CrossPage } from './cross-page.tsx';
import { FrozenList } from './frozen-list.tsx';
import { FrozenOne } from './frozen-one.tsx';
import { MovesPage } from './moves-page.tsx';
import { PublishedPage } from './published-page.tsx';
import { RowsPage } from './rows-page.tsx';
import { ScreenPage } from './screen-page.tsx';

/** What stands below the address of the frozen figures. */
const frozenAt = (rest: string): ReactElement => {
  const [, id, moves] = /^frozen(?:\/([1-9]\d{0,8})(\/moves)?)?$/.exec(rest) ?? [];
  if (id === undefined) return rest === 'frozen' ? <FrozenList /> : <AbsentPage />;
  const snapshotId = Number(id);
  return moves === undefined ? (
    <FrozenOne key={id} snapshotId={snapshotId} />
  ) : (
    <MovesPage snapshotId={snapshotId} />
  );
};

const pages: Readonly<Record<string, () => ReactElement>> = {
  '': CataloguePage,
  rows: RowsPage,
  cross: CrossPage,
  published: PublishedPage,
  screen: ScreenPage,
};

/** 统计: the figures, the rows behind them, tables, what was frozen, what was published, the big screen. */
export const FiguresPages = (): ReactElement => {
  const session = useSession();
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  const rest = pathname.replace(/^\/figures\/?/, '').replace(/\/+$/, '');
  const ofOffice = holdsAny(session, figureSnapshots.access.roles);
  if (!ofOffice && /^(frozen|published)(\/|$)/.test(rest)) return <ForbiddenPage />;
  const Page = pages[rest];
  return Page === undefined ? frozenAt(rest) : <Page />;
};
