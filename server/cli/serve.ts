/** `luoshi all` and `luoshi web`: database, first-start seeding, the web, and in `all` the worker, in one process. */
import { flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { hashPassword } from '../account/password.ts';
import { buildApp, type App } from '../app.ts';
import { caseDoor } from '../case/door.ts';
import { houseReader } from '../case/house.store.ts';
import { demoPassword, personaNotes } from '../demo/personas.ts';
import { seedDemo } from '../demo/seed.ts';
import type { Config } from '../platform/config.ts';
import { openDatabase } from '../platform/db/database.ts';
import { closeDocuments, warmDocuments } from '../platform/documents/documents.ts';
import { startupProblem } from '../platform/home.ts';
import type { Worker } from '../platform/jobs.ts';
import { systemClock } from '../platform/moment.ts';
import { searchIndexer } from '../platform/search.ts';
import { sealer } from '../platform/secrets.ts';
import { loadStatic } from '../platform/static.ts';
import {
  findJurisdictionByCode,
  foundJurisdiction,
  nameDemo,
  removeUnfinishedDemo,
  unfinishedDemo,
} from '../setup/found-jurisdiction.ts';
import { firstToken } from './first-token.ts';
import { openPlace, type Place } from './open-home.ts';
import { startWork, type WorkOptions } from './work.ts';

export type Say = (zh: string, en: string) => void;

const web = fileURLToPath(new URL('../../dist/web', import.meta.url));

/** Somebody asked to stop before everything had started. */
export class StoppedEarly extends Error {}

type GoOn = () => void;

const goOnUnless =
  (stopping: AbortSignal | undefined): GoOn =>
  () => {
    if (stopping?.aborted === true) throw new StoppedEarly();
  };

const seed = async (place: Place, say: Say, jurisdictionId: number, goOn: GoOn): Promise<void> => {
  const seal = sealer(place.home.secret('field-key'));
  const db = openDatabase(place.appUrl, 6);
  let shown = 0;
  try {
    const count = await seedDemo(
      {
        db,
        door: caseDoor(houseReader()),
        indexer: searchIndexer,
        options: {
          jurisdictionId,
          seal: (text) => seal.seal(text),
          passwordHash: await hashPassword(demoPassword),
        },
        progress: (done, total) => {
          goOn();
          if (done - shown < 60 && done !== total) return;
          shown = done;
          say(`演示城市：${done}/${total} 件`, `demo city: ${done} of ${total} matters`);
        },
      },
      systemClock().date,
    );
    say(
      `演示城市已建好：${count} 件，全部内容均为虚构。`,
      `Demo city ready: ${count} matters, all of it invented.`,
    );
  } finally {
    await db.close();
  }
};

/** The demo city has its name only when it is whole: one whose making was interrupted is made anew. */
const seedDemoCity = async (place: Place, say: Say, goOn: GoOn): Promise<void> => {
  const id = await foundJurisdiction(place.ownerUrl, {
    code: unfinishedDemo,
    name: '云川市',
    nameEn: 'Yunchuan City',
    preset: 'national',
    demo: true,
  });
  await seed(place, say, id, goOn);
  await nameDemo(place.ownerUrl, 'yunchuan');
};

/** What a database without a jurisdiction gets: the demo city, or an empty place with a first-administrator token. */
const settle = async (place: Place, config: Config, say: Say, goOn: GoOn): Promise<void> => {
  const found = await findJurisdictionByCode(place.ownerUrl, undefined);
  const unfinished = found?.code === unfinishedDemo;
  const known = unfinished ? null : (found?.id ?? null);
  if (known !== null && !(await firstToken.isNeeded(place.appUrl, known))) return;
  if (unfinished) {
    say('上次没有建完演示城市，重新建立。', 'The demo city was not finished last time; it is made anew.');
    await removeUnfinishedDemo(place.ownerUrl);
  }
  if (known === null && config.demo) return seedDemoCity(place, say, goOn);
  const id =
    known ??
    (await foundJurisdiction(place.ownerUrl, {
      code: 'city',
      name: '未命名',
      nameEn: 'Unnamed',
      preset: 'national',
      demo: false,
    }));
  const token = await firstToken.make(place, id);
  say(
    `首位管理员令牌（一次有效，24 小时内）：${token}\n  打开 /first-administrator 使用。`,
    `First-administrator token (single use, 24 hours): ${token}\n  Use it at /first-administrator.`,
  );
};

const listen = async (app: App, config: Config): Promise<void> => {
  try {
    await app.server.listen({ port: config.port, host: config.host });
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? fault.code : '';
    if (code === 'EADDRINUSE')
      throw startupProblem(
        'port-taken',
        `端口 ${config.port} 已被占用。请停止占用它的程序，或换一个：PORT=${config.port + 1} npm start`,
        `Port ${config.port} is taken. Stop the program that uses it, or choose another: PORT=${config.port + 1} npm start`,
      );
    if (code === 'EACCES')
      throw startupProblem(
        'port-forbidden',
        `没有权限使用端口 ${config.port}。请用 1024 以上的端口：PORT=3000 npm start`,
        `Not allowed to use port ${config.port}. Use one above 1024: PORT=3000 npm start`,
      );
    throw fault;
  }
};

const addressOf = (app: App, config: Config): string => {
  const bound = app.server.server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : config.port;
  return `http://localhost:${port}`;
};

const printDemo = (say: Say): void => {
  const lines = [...personaNotes.values()].map(
    ({ username, description }) => `    ${username.padEnd(10)} ${description.zh}`,
  );
  say(
    `演示登录（密码都是 ${demoPassword}）：\n${lines.join('\n')}`,
    `Demo sign-ins; every password is ${demoPassword}.`,
  );
};

export type Parts = {
  /** Run background work in this process too. */
  readonly worker: boolean;
  /** Use the database of another running process instead of refusing. */
  readonly attach: boolean;
  /** Aborted when somebody asks to stop while things are still starting: then `StoppedEarly` is thrown. */
  readonly stopping?: AbortSignal;
};

const complain =
  (say: Say): WorkOptions['log'] =>
  (level, message) =>
    say(`后台任务（${level}）：${message}`, '');

/** Starts everything and answers when the product can be used; the caller stops it. */
export const serve = async (
  config: Config,
  say: Say,
  parts: Parts,
): Promise<{ readonly stop: () => Promise<void> }> => {
  const began = Date.now();
  const goOn = goOnUnless(parts.stopping);
  const place = await openPlace(config, say, parts.attach);
  let app: App | null = null;
  let worker: Worker | null = null;
  const stop = async (): Promise<void> => {
    await app?.close();
    await worker?.stop();
    await closeDocuments();
    await place.stop();
  };
  try {
    goOn();
    await settle(place, config, say, goOn);
    goOn();
    const statics = loadStatic(web);
    app = await buildApp({
      config,
      appUrl: place.appUrl,
      fieldKey: place.home.secret('field-key'),
      fontFolder: place.home.folder('fonts'),
      publicUrl: config.publicUrl,
      statics,
    });
    await listen(app, config);
    if (parts.worker)
      worker = await startWork({
        appUrl: place.appUrl,
        fieldKey: place.home.secret('field-key'),
        config,
        log: complain(say),
      });
    if (statics === null) say('网页尚未构建：只提供接口。', 'The web is not built: only the API answers.');
    say(
      `落实已就绪：${addressOf(app, config)}（${place.database}，${((Date.now() - began) / 1000).toFixed(1)} 秒）`,
      `Luoshi is ready: ${addressOf(app, config)}`,
    );
    if ((await demoOf(app)) && config.demo) printDemo(say);
    goOn();
    // Now, not at an orderly end: a process that is killed shall start fast the next time, too (main.ts).
    flushCompileCache();
    // In the background: the first letter would otherwise wait for fonts and templates. Stopping ends it half-way.
    void warmDocuments({ fontFolder: place.home.folder('fonts') }).catch(() => undefined);
    return { stop };
  } catch (fault) {
    await stop().catch(() => undefined);
    throw fault;
  }
};

const demoOf = (app: App): Promise<boolean> =>
  app.db.outside(async (tx) => {
    const row = await tx.selectFrom('jurisdiction').select('demo').orderBy('id').limit(1).executeTakeFirst();
    return row?.demo === true;
  });
