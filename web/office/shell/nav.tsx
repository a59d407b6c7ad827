import type { officeMessages } from '#contract/messages/office.ts';
import { assignRounds } from '#contract/assign-round.ts';
import { board, dueCalendar } from '#contract/due-calendar.ts';
import { rehearsals } from '#contract/rehearsal.ts';
import { figureCatalogue } from '#contract/figures.ts';
import { reports } from '#contract/report.ts';
import { overview } from '#contract/see.ts';
import { exportSessionOpinions } from '#contract/session-opinion.ts';
import { urges } from '#contract/urges.ts';
import AppstoreOutlined from '@ant-design/icons/AppstoreOutlined';
import BankOutlined from '@ant-design/icons/BankOutlined';
import BarChartOutlined from '@ant-design/icons/BarChartOutlined';
import BellOutlined from '@ant-design/icons/BellOutlined';
import CalendarOutlined from '@ant-design/icons/CalendarOutlined';
import CheckSquareOutlined from '@ant-design/icons/CheckSquareOutlined';
import ClusterOutlined from '@ant-design/icons/ClusterOutlined';
import ExperimentOutlined from '@ant-design/icons/ExperimentOutlined';
import FileSearchOutlined from '@ant-design/icons/FileSearchOutlined';
import FundOutlined from '@ant-design/icons/FundOutlined';
import FileTextOutlined from '@ant-design/icons/FileTextOutlined';
import HomeOutlined from '@ant-design/icons/HomeOutlined';
import ImportOutlined from '@ant-design/icons/ImportOutlined';
import MessageOutlined from '@ant-design/icons/MessageOutlined';
import SoundOutlined from '@ant-design/icons/SoundOutlined';
import TableOutlined from '@ant-design/icons/TableOutlined';
import type { ReactNode } from 'react';
import { paths } from '../paths.ts';
import { holdsAny, isOnlyProposer, type RoleName, type Session } from './session.ts';

export type NavItem = {
  readonly key:
    | 'workbench'
    | 'ledger'
    | 'calendar'
    | 'board'
    | 'overview'
    | 'figures'
    | 'assignRounds'
    | 'supervision'
    | 'sessionOpinions'
    | 'review'
    | 'import'
    | 'reports'
    | 'rehearsal'
    | 'notices'
    | 'setup'
    | 'member';
  readonly label: keyof typeof officeMessages;
  readonly href: string;
  readonly icon: ReactNode;
  /** A page of the other bundle: reached by a full load. */
  readonly away?: true;
  /** Who is offered it; everybody when absent. The server decides who may use it. */
  readonly roles?: readonly RoleName[];
  /** Who is offered it besides. */
  readonly also?: (session: Pick<Session, 'records'>) => boolean;
};

/** Administrators of the installation and of the audit trail keep things running and see no matters. */
const seesMatters: readonly RoleName[] = [
  'supervisor',
  'congress-office',
  'cppcc-office',
  'city-leader',
  'unit-office',
  'unit-leader',
  'section-head',
  'handler',
  'proposer',
];

const items: readonly NavItem[] = [
  {
    key: 'workbench',
    label: 'nav.workbench',
    href: paths.workbench(),
    icon: <CheckSquareOutlined aria-hidden />,
    roles: seesMatters,
  },
  {
    key: 'ledger',
    label: 'nav.ledger',
    href: paths.ledger(),
    icon: <TableOutlined aria-hidden />,
    roles: seesMatters,
  },
  {
    key: 'calendar',
    label: 'nav.calendar',
    href: paths.calendar(),
    icon: <CalendarOutlined aria-hidden />,
    roles: dueCalendar.access.roles,
  },
  {
    key: 'board',
    label: 'nav.board',
    href: paths.board(),
    icon: <AppstoreOutlined aria-hidden />,
    roles: board.access.roles,
  },
  {
    key: 'overview',
    label: 'nav.overview',
    href: paths.overview(),
    icon: <BarChartOutlined aria-hidden />,
    roles: overview.access.roles,
  },
  {
    key: 'figures',
    label: 'nav.figures',
    href: paths.figures(),
    icon: <FundOutlined aria-hidden />,
    roles: figureCatalogue.access.roles,
  },
  {
    key: 'assignRounds',
    label: 'nav.assignRounds',
    href: paths.assignRounds(),
    icon: <ClusterOutlined aria-hidden />,
    roles: assignRounds.access.roles,
  },
  {
    key: 'supervision',
    label: 'nav.supervision',
    href: paths.supervision(),
    icon: <SoundOutlined aria-hidden />,
    roles: urges.access.roles,
  },
  {
    key: 'sessionOpinions',
    label: 'nav.sessionOpinions',
    href: paths.sessionOpinions(),
    icon: <MessageOutlined aria-hidden />,
    roles: exportSessionOpinions.access.roles,
    also: ({ records }) => records,
  },
  {
    key: 'review',
    label: 'nav.review',
    href: paths.review(),
    icon: <FileSearchOutlined aria-hidden />,
    roles: ['congress-office', 'cppcc-office', 'proposer'],
  },
  {
    key: 'import',
    label: 'nav.import',
    href: paths.import(),
    icon: <ImportOutlined aria-hidden />,
    roles: ['supervisor', 'congress-office', 'cppcc-office'],
  },
  {
    key: 'reports',
    label: 'nav.reports',
    href: paths.reports(),
    icon: <FileTextOutlined aria-hidden />,
    roles: reports.access.roles,
  },
  {
    key: 'rehearsal',
    label: 'nav.rehearsal',
    href: paths.rehearsal(),
    icon: <ExperimentOutlined aria-hidden />,
    roles: rehearsals.access.roles,
  },
  { key: 'notices', label: 'nav.notices', href: paths.notices(), icon: <BellOutlined aria-hidden /> },
  {
    key: 'setup',
    label: 'nav.setup',
    href: paths.setup(),
    icon: <BankOutlined aria-hidden />,
    roles: ['system-admin', 'audit-admin', 'supervisor', 'congress-office', 'cppcc-office'],
  },
];

/** Of the staff's pages, those that are a member's too: his panel's or group's desk, and what he records for his group. */
const sharedKeys: readonly NavItem['key'][] = ['sessionOpinions', 'review'];

/** Who only proposes is here for his seat on a panel or for his group; all else of his stands on his own pages. */
const forMembers: readonly NavItem[] = [
  ...items.filter(({ key }) => sharedKeys.includes(key)),
  {
    key: 'member',
    label: 'nav.member',
    href: paths.member(),
    icon: <HomeOutlined aria-hidden />,
    away: true,
  },
];

export const navFor = (session: Pick<Session, 'roles' | 'records'>): readonly NavItem[] =>
  (isOnlyProposer(session) ? forMembers : items).filter(
    ({ roles, also }) => roles === undefined || holdsAny(session, roles) || also?.(session) === true,
  );

/** Whether who only proposes has work on this page; records are kept by those who are appointed. */
export const isForMembers = (session: Pick<Session, 'roles' | 'records'>, pathname: string): boolean =>
  navFor(session).some(
    ({ href, away }) => away !== true && (pathname === href || pathname.startsWith(`${href}/`)),
  );

/** Where someone begins: at what waits for him, or at what he administers. */
export const homeFor = (session: Pick<Session, 'roles' | 'records'>): string => {
  if (isOnlyProposer(session)) return paths.review();
  const offered = navFor(session);
  const first = offered.find(({ key }) => key === 'workbench') ?? offered.find(({ key }) => key === 'setup');
  return first?.href ?? paths.notices();
};

/** Whether the page at `pathname` belongs to the item: a matter is reached from the ledger and stays under it. */
export const isUnder = (item: NavItem, pathname: string): boolean => {
  const [root = ''] = item.href.split('?');
  return (
    pathname === root ||
    pathname.startsWith(`${root}/`) ||
    (item.key === 'ledger' && pathname.startsWith('/matters'))
  );
};
