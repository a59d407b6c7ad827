/** The staff's pages by address. Pages of one part of the work load with that part. */
import { useLanguage } from '#web/shared/use-appearance.ts';
import {
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  type RouteComponent,
} from '@tanstack/react-router';
import { type ComponentType, lazy } from 'react';
import { AccountPage } from './account/account-page.tsx';
import { NoticesPage } from './notices/notices-page.tsx';
import { AbsentPage } from './shell/absent-page.tsx';
import { FaultPage } from './shell/fault-page.tsx';
import { HomePage } from './shell/home-page.tsx';
import { ForbiddenPage } from './shell/forbidden-page.tsx';
import { navFor, type NavItem } from './shell/nav.tsx';
import { OfficeFrame } from './shell/office-frame.tsx';
import { useSession } from './shell/session.ts';
import { FirstAdministratorPage } from './sign-in/first-administrator-page.tsx';
import { SignInPage } from './sign-in/sign-in-page.tsx';
import { WorkbenchPage } from './workbench/workbench-page.tsx';

const part = <K extends string>(name: K, load: () => Promise<Record<K, ComponentType>>) =>
  lazy(async () => ({ default: (await load())[name] }));

const LedgerPage = part('LedgerPage', () => import('./ledger/ledger-page.tsx'));
const CalendarPage = part('CalendarPage', () => import('./calendar/calendar-page.tsx'));
const BoardPage = part('BoardPage', () => import('./board/board-page.tsx'));
const OverviewPage = part('OverviewPage', () => import('./overview/overview-page.tsx'));
const FiguresPages = part('FiguresPages', () => import('./figures/figures-pages.tsx'));
const MatterPage = part('MatterPage', () => import('./matter/matter-page.tsx'));
const SessionOpinionsPage = part(
  'SessionOpinionsPage',
  () => import('./session-opinions/session-opinions-page.tsx'),
);
const SessionRecordPage = part('SessionRecordPage', () => import('./session-opinions/record-page.tsx'));
const AssignRoundPages = part('AssignRoundPages', () => import('./assign-round/assign-round-page.tsx'));
const SupervisionPage = part('SupervisionPage', () => import('./supervision/supervision-page.tsx'));
const ReviewPage = part('ReviewPage', () => import('./review/review-page.tsx'));
const SubmissionReviewPage = part(
  'SubmissionReviewPage',
  () => import('./review/submission-review-page.tsx'),
);
const EnterPage = part('EnterPage', () => import('./enter/enter-page.tsx'));
const ImportPages = part('ImportPages', () => import('./import/import-page.tsx'));
const ReminderPage = part('ReminderPage', () => import('./notices/reminder-page.tsx'));
const RehearsalPages = part('RehearsalPages', () => import('./rehearsal/rehearsal-page.tsx'));
const SetupPages = part('SetupPages', () => import('./setup/setup-page.tsx'));

/** Draws the page anew when the language changes; a page that is not offered to a role says so. */
const page = (Page: ComponentType, item?: NavItem['key']) => () => {
  useLanguage();
  const offered = navFor(useSession());
  return item === undefined || offered.some(({ key }) => key === item) ? <Page /> : <ForbiddenPage />;
};

const root = createRootRoute({ component: Outlet, notFoundComponent: AbsentPage, errorComponent: FaultPage });

const inside = createRoute({ getParentRoute: () => root, id: 'inside', component: OfficeFrame });

const at = <const P extends string>(path: P, component: RouteComponent) =>
  createRoute({ getParentRoute: () => inside, path, component, errorComponent: FaultPage });

const routeTree = root.addChildren([
  createRoute({ getParentRoute: () => root, path: '/sign-in', component: SignInPage }),
  createRoute({
    getParentRoute: () => root,
    path: '/first-administrator',
    component: FirstAdministratorPage,
  }),
  inside.addChildren([
    at('/', HomePage),
    at('/workbench', page(WorkbenchPage, 'workbench')),
    at('/ledger', page(LedgerPage, 'ledger')),
    at('/calendar', page(CalendarPage, 'calendar')),
    at('/board', page(BoardPage, 'board')),
    at('/overview', page(OverviewPage, 'overview')),
    at('/figures', page(FiguresPages, 'figures')),
    at('/figures/$', page(FiguresPages, 'figures')),
    at('/assign-rounds', page(AssignRoundPages, 'assignRounds')),
    at('/assign-rounds/$', page(AssignRoundPages, 'assignRounds')),
    at('/supervision', page(SupervisionPage, 'supervision')),
    // Whoever records for a group comes here by his notice, whatever his role.
    at('/session-opinions', page(SessionOpinionsPage)),
    at('/session-opinions/records/$recordId', page(SessionRecordPage)),
    at('/review', page(ReviewPage)),
    at('/review/$submissionId', page(SubmissionReviewPage)),
    at('/enter', page(EnterPage)),
    at('/notices', page(NoticesPage)),
    at('/reminders/$runId', page(ReminderPage)),
    at('/settings', page(AccountPage)),
    at('/matters/$matterId/$', page(MatterPage)),
    at('/import/$', page(ImportPages, 'import')),
    at('/rehearsals', page(RehearsalPages, 'rehearsal')),
    at('/rehearsals/$', page(RehearsalPages, 'rehearsal')),
    at('/setup/$', page(SetupPages, 'setup')),
    at('/$', page(AbsentPage)),
  ]),
]);

type Search = Readonly<Record<string, string>>;

/** Addresses stay plain `?a=b`: people read, cut and send them. */
const parseSearch = (search: string): Search => Object.fromEntries(new URLSearchParams(search));

const stringifySearch = (search: Record<string, unknown>): string => {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
};

export const newRouter = () =>
  createRouter({
    routeTree,
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultNotFoundComponent: AbsentPage,
    defaultErrorComponent: FaultPage,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
}
