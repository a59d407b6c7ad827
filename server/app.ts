import type { Moment } from '#core/words.ts';
/** The composition root: the only file that builds adapters and knows every feature. */
import { openApi } from '#contract/open-api.ts';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { absenceRoutes } from './absence/absence.routes.ts';
import { coverCache, standInDoor } from './absence/stand-in.ts';
import { accountDeps } from './account/account-deps.ts';
import { accountRoutes } from './account/account.routes.ts';
import { authenticator, personKey } from './account/authenticator.ts';
import { findAlive } from './account/account.views.ts';
import { aliveSince } from './account/own-account.ts';
import { feedOwner } from './account/feed-links.ts';
import { assignRoundRoutes } from './assign-round/assign-round.routes.ts';
import { hearingRoutes } from './assignment/hearing.routes.ts';
import { objectionRoutes } from './assignment/objection.routes.ts';
import { assignmentRoutes } from './assignment/assignment.routes.ts';
import { calendarRoutes } from './calendar/calendar.routes.ts';
import { readsFiledFiles } from '#core/case/filed-files.ts';
import { type CaseDoor, caseDoor } from './case/door.ts';
import { houseReader } from './case/house.store.ts';
import { bookletRoutes } from './intake/booklet.routes.ts';
import { intakeSetupRoutes } from './intake/intake-setup.routes.ts';
import { importRoutes } from './catalogue/import.routes.ts';
import type { ImportDeps } from './catalogue/prepared.ts';
import { demoRoutes } from './demo/demo.routes.ts';
import { figureExportRoutes } from './figures/export.routes.ts';
import { figuresForReports } from './figures/figures-for-reports.ts';
import { figureRoutes } from './figures/figures.routes.ts';
import { type FactMemory, openFactMemory } from './figures/memory/fact-memory.ts';
import { fileRoutes } from './files/file.routes.ts';
import { matterDocuments } from './matter/assignment-sheet.ts';
import { mergeRoutes } from './matter/merge.routes.ts';
import { matterRoutes } from './matter/matter.routes.ts';
import { channelRoutes } from './notice/channel.routes.ts';
import { type NoticeHub, noticeHub } from './notice/notice-hub.ts';
import { apiDocsPage } from './platform/api-docs.ts';
import type { Config } from './platform/config.ts';
import { type Db, openDatabase } from './platform/db/database.ts';
import {
  assignmentSheetDocx,
  assignmentSheetPdf,
  bookletDocx,
  bookletPdf,
  letterDocx,
  letterPdf,
  letterPreview,
  listPaperDocx,
  listPaperPdf,
  reportDocx,
  reportPdf,
} from './platform/documents/documents.ts';
import type { Letter } from './platform/documents/letter.ts';
import type { ListPaper } from './platform/documents/list-paper.ts';
import { bind, installErrors, type Platform, sendNotFound } from './platform/http.ts';
import { type Clock, systemClock } from './platform/moment.ts';
import type { Route } from './platform/route.ts';
import { searchIndexer } from './platform/search.ts';
import { type Sealer, sealer } from './platform/secrets.ts';
import { installPages } from './platform/pages.ts';
import type { StaticFile } from './platform/static.ts';
import { writeCsv } from './platform/workbook/write-csv.ts';
import { writeWorkbook } from './platform/workbook/write-workbook.ts';
import { ratingRoutes } from './rating/rating.routes.ts';
import { recommendRoutes } from './recommend/recommend.routes.ts';
import { rehearsalRoutes } from './rehearsal/rehearsal.routes.ts';
import { replyRoutes } from './reply/reply.routes.ts';
import { reportRoutes } from './report/report.routes.ts';
import { feedRoutes } from './see/feed.routes.ts';
import { farewells } from './see/notice.views.ts';
import { reachOf, seesAll } from './see/reach.ts';
import { seeRoutes } from './see/see.routes.ts';
import { sessionOpinionRoutes } from './session-opinion/session-opinion.routes.ts';
import { setupRoutes } from './setup/setup.routes.ts';
import { similarRoutes } from './similar/similar.routes.ts';
import { opensSubmissionFile } from './submission/open-submission.ts';
import { submissionRoutes } from './submission/submission.routes.ts';
import { successionRoutes } from './succession/succession.routes.ts';
import { reviewRoutes } from './submission/review.routes.ts';
import { supervisionRoutes } from './supervision/supervision.routes.ts';

export type AppOptions = {
  readonly config: Pick<Config, 'rateLimit' | 'logLevel' | 'trustProxy' | 'poolSize'>;
  readonly appUrl: string;
  /** Key of sealed fields, hex. */
  readonly fieldKey: string;
  /** A folder with the agency's own fonts. */
  readonly fontFolder?: string;
  /** Where people reach the app, for links in messages; absent: none. */
  readonly publicUrl?: string | null;
  readonly clock?: Clock;
  readonly statics: ReadonlyMap<string, StaticFile> | null;
};

export type App = {
  readonly server: FastifyInstance;
  readonly db: Db;
  readonly routes: readonly Route[];
  readonly close: () => Promise<void>;
};

const prepare = async (options: AppOptions): Promise<FastifyInstance> => {
  const { config } = options;
  const server = Fastify({
    logger: { level: config.logLevel, redact: ['req.headers.cookie', 'req.headers.authorization'] },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustProxy,
    bodyLimit: 2 * 1024 * 1024,
    genReqId: () => crypto.randomUUID(),
    forceCloseConnections: true,
  });
  await server.register(cookie);
  await server.register(multipart, { limits: { fileSize: 20 * 1024 * 1024, files: 1, fields: 5 } });
  await server.register(rateLimit, { max: config.rateLimit, timeWindow: '1 minute' });
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        // Ant Design writes its styles at run time; scripts stay closed.
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'object-src': ["'none'"],
        'frame-ancestors': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
  });
  installErrors(server);
  return server;
};

/** What imports need, in a request, in a job or on the command line. `fieldKey`: hex, as in `AppOptions`. */
export const importDeps = (fieldKey: string): ImportDeps => {
  const seal = sealer(fieldKey);
  return {
    door: caseDoor(houseReader()),
    indexer: searchIndexer,
    seal: (text) => seal.seal(text),
    openSeal: (sealed) => seal.open(sealed),
  };
};

const fontsOf = ({ fontFolder }: AppOptions) => (fontFolder === undefined ? {} : { fontFolder });

/** The one way in which letters of every kind are drawn. */
const lettersOf = (options: AppOptions) => {
  const fonts = fontsOf(options);
  return {
    pdf: (letter: Letter) => letterPdf(letter, fonts),
    docx: (letter: Letter) => letterDocx(letter, fonts),
    pages: (letter: Letter) => letterPreview(letter, fonts),
  };
};

/** What happens to one matter, from its filing to its rating, with the papers that come of it. */
const caseRoutes = (options: AppOptions, door: CaseDoor, seal: Sealer): readonly Route[] => {
  const fonts = fontsOf(options);
  const letters = lettersOf(options);
  const lists = {
    pdf: (paper: ListPaper) => listPaperPdf(paper, fonts),
    docx: (paper: ListPaper) => listPaperDocx(paper, fonts),
  };
  const documents = matterDocuments({
    pdf: (sheet) => assignmentSheetPdf(sheet, fonts),
    docx: (sheet) => assignmentSheetDocx(sheet, fonts),
  });
  return [
    ...matterRoutes({ door, documents, indexer: searchIndexer, openPhone: (sealed) => seal.open(sealed) }),
    ...mergeRoutes(door),
    ...assignmentRoutes(door),
    ...hearingRoutes(),
    ...objectionRoutes(door),
    ...assignRoundRoutes(door, { ...lists, workbook: writeWorkbook }),
    ...bookletRoutes({
      book: { pdf: (book) => bookletPdf(book, fonts), docx: (book) => bookletDocx(book, fonts) },
      list: lists,
    }),
    ...replyRoutes(door, letters),
    ...ratingRoutes(door),
    ...supervisionRoutes(door, { ...letters, workbook: writeWorkbook }),
    ...sessionOpinionRoutes(door, { ...letters, workbook: writeWorkbook }),
  ];
};

/** How a list leaves the product as a workbook, or as plain rows. */
const sheets: Parameters<typeof seeRoutes>[1] = {
  xlsx: (name, table) => writeWorkbook([{ name, ...table }]),
  csv: async (_, table) => writeCsv(table.header, table.rows),
};

/** What comes before a matter is assigned: submissions, their review, what is similar and who might handle it. */
const intakeRoutes = (
  door: CaseDoor,
  clock: () => Moment,
  letters: Parameters<typeof submissionRoutes>[2],
): readonly Route[] => [
  ...fileRoutes(
    door,
    opensSubmissionFile(door.houseOf, clock, async (tx, actor, throughId, filedId) => {
      const file = await door.read(tx, actor, throughId);
      return file !== null && readsFiledFiles(file, actor, filedId);
    }),
  ),
  ...submissionRoutes(door, writeWorkbook, letters),
  ...intakeSetupRoutes(door.houseOf),
  ...reviewRoutes({ door, indexer: searchIndexer }),
  ...similarRoutes({ standing: reachOf, seesAll }),
  ...recommendRoutes(),
];

/** Figures 统计, and the reports in which they stand. */
const countingRoutes = (options: AppOptions, door: CaseDoor, memory: FactMemory): readonly Route[] => [
  ...figureRoutes(door.houseOf, memory, sealer(options.fieldKey)),
  ...figureExportRoutes(
    door.houseOf,
    { publicUrl: options.publicUrl ?? null, workbook: writeWorkbook },
    memory,
  ),
  ...reportRoutes(
    { door, reader: figuresForReports(door.houseOf, memory) },
    {
      pdf: (paper) => reportPdf(paper, fontsOf(options)),
      docx: (paper) => reportDocx(paper, fontsOf(options)),
      workbook: writeWorkbook,
      publicUrl: options.publicUrl ?? null,
    },
  ),
];

/** Every endpoint of the product with its handler. */
const allRoutes = (
  options: AppOptions,
  db: Db,
): { routes: readonly Route[]; platform: Platform; hub: NoticeHub } => {
  const seal = sealer(options.fieldKey);
  const account = accountDeps(db, seal);
  const covers = coverCache();
  const door = caseDoor(houseReader());
  const clock = options.clock ?? systemClock;
  const hub = noticeHub({
    db,
    appUrl: options.appUrl,
    alive: (j, ids) => db.read(j, (tx) => findAlive(tx, j, ids, aliveSince(account.rules, clock()))),
  });
  const forget = (jurisdictionId: number, personId: number): void => {
    account.callers.distrust(personKey(jurisdictionId, personId), Date.now());
    covers.distrust(personKey(jurisdictionId, personId), Date.now());
  };
  const routes = [
    ...accountRoutes(account),
    ...caseRoutes(options, door, seal),
    ...absenceRoutes({
      door,
      forget: (jurisdictionId, personId) =>
        covers.distrust(personKey(jurisdictionId, personId), Date.parse(clock().instant)),
    }),
    ...seeRoutes(door, sheets),
    ...countingRoutes(options, door, openFactMemory(db)),
    ...feedRoutes(feedOwner),
    ...intakeRoutes(door, clock, lettersOf(options)),
    ...setupRoutes({
      seal: (text) => seal.seal(text),
      open: (sealed) => seal.open(sealed),
      forget,
    }),
    ...successionRoutes({ door, forget }),
    ...calendarRoutes(writeWorkbook),
    ...rehearsalRoutes(writeWorkbook),
    ...importRoutes(importDeps(options.fieldKey), writeWorkbook),
    ...channelRoutes({
      sight: { standing: reachOf, named: farewells },
      seal: (text) => seal.seal(text),
      open: (sealed) => seal.open(sealed),
      publicUrl: options.publicUrl ?? null,
      hub,
    }),
    ...demoRoutes(),
  ];
  return {
    routes,
    platform: {
      db,
      clock,
      authenticate: authenticator(account),
      standIn: standInDoor({ db, covers }),
      defaultJurisdiction: firstJurisdiction(db),
    },
    hub,
  };
};

/** The jurisdiction of those who are not signed in: the first that was founded; looked up until there is one. */
const firstJurisdiction = (db: Db): (() => Promise<number>) => {
  let known = 0;
  return async () => {
    if (known === 0)
      known = await db.outside(async (tx) => {
        const row = await tx
          .selectFrom('jurisdiction')
          .select('id')
          .orderBy('id')
          .limit(1)
          .executeTakeFirst();
        return row?.id ?? 0;
      });
    return known;
  };
};

/** Builds the product on a database; the caller listens. */
export const buildApp = async (options: AppOptions): Promise<App> => {
  const db = openDatabase(options.appUrl, options.config.poolSize);
  const { routes, platform, hub } = allRoutes(options, db);
  const server = await prepare(options);
  server.get('/healthz', async () => {
    await platform.defaultJurisdiction();
    return { status: 'ok' };
  });
  const docs = apiDocsPage();
  const document = JSON.stringify(openApi());
  server.get('/api/docs', (_, reply) => reply.type('text/html; charset=utf-8').send(docs));
  server.get('/api/openapi.json', (_, reply) => reply.type('application/json').send(document));
  for (const route of routes) bind(server, platform, route.endpoint, route.handle, route.readAhead);
  installPages(server, options.statics, sendNotFound);
  return {
    server,
    db,
    routes,
    close: async () => {
      await hub.stop();
      await server.close();
      await db.close();
    },
  };
};
