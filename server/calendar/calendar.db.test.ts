import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ResponseOf } from '#contract/endpoint.ts';
import type { calendarMoves, getCalendarProposal, workCalendar } from '#contract/calendar.ts';
import { bringTo, type OneMatter } from '#test/support/one-matter.ts';
import { createProduct, type Product } from '#test/support/product.ts';
import { houseReader } from '../case/house.store.ts';
import { askRecompute, recomputeDueDates, runRecompute } from '../case/recompute-due.ts';
import { momentOf } from '../platform/moment.ts';
import { writeWorkbook } from '../platform/workbook/write-workbook.ts';
import { countMoves } from './count-moves.ts';

type Page = ResponseOf<typeof workCalendar>;
type Proposal = ResponseOf<typeof getCalendarProposal>;
type Moves = ResponseOf<typeof calendarMoves>;

let product: Product;
let assigned: OneMatter;
let closed: OneMatter;
let between = 0;
let j = 0;
// The days on which things are counted stand still with the product's clock.
const clock = () => momentOf(new Date(product.now()));

/** Between sessions a matter is to be assigned within seven working days: a day off of the place moves that. */
const fileBetweenSessions = async (): Promise<number> => {
  const answer = await product.ask('congressOffice', 'POST', '/api/matters', {
    body: {
      sessionId: product.place.session,
      inSession: false,
      caseNo: '20269001',
      filedOn: '2026-03-02',
      title: '关于增设班车的建议',
      body: '请增设班车。',
      category: null,
      publicConsent: 'full',
      proposerIds: [product.people['leadProposer']],
      points: ['增设班车'],
    },
  });
  if (answer.status !== 200) throw new Error(answer.text);
  return (answer.body as { id: number }).id;
};

/** Assigned on 2 March 2026: the unit may hand back within seven working days. */
beforeAll(async () => {
  product = await createProduct();
  j = product.place.jurisdictionId;
  assigned = await bringTo(product, 'assigned');
  // Closed, but its reply is still to be published: a date stands on it, too.
  closed = await bringTo(product, 'closed');
  between = await fileBetweenSessions();
}, 300_000);
afterAll(() => product.close());

const look = async (year?: number): Promise<Page> =>
  (await product.ask('supervisor', 'GET', `/api/calendar${year === undefined ? '' : `?year=${year}`}`)).body;

const propose = async (body: unknown): Promise<Proposal> => {
  const answer = await product.ask('supervisor', 'POST', '/api/calendar/proposals', { body });
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body;
};

const proposal = async (id: number): Promise<Proposal> =>
  (await product.ask('supervisor', 'GET', `/api/calendar/proposals/${id}`)).body;

const upload = (name: string, bytes: Uint8Array) =>
  product.ask('supervisor', 'POST', '/api/calendar/files', {
    headers: { 'content-type': 'multipart/form-data; boundary=part' },
    body: Buffer.concat([
      Buffer.from(`--part\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`),
      bytes,
      Buffer.from('\r\n--part--\r\n'),
    ]),
  });

const apply = (id: number, note = '试验') =>
  product.ask('supervisor', 'POST', `/api/calendar/proposals/${id}/apply`, { body: { note } });

const dueOf = (matterId: number): Promise<string> =>
  product.app.db.read(j, async (tx) => {
    const row = await tx
      .selectFrom('matter')
      .select('due_on')
      .where('id', '=', matterId)
      .executeTakeFirstOrThrow();
    return row.due_on;
  });

const notice = `关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）放假，与周末连休。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月30日（周六）、2月14日（周日）上班。
三、清明节：4月5日（周一）放假1天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）上班。
五、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）上班。`;

const off = (date: string, name = '试验纪念日') => ({
  date,
  kind: 'off',
  name,
  source: '试政办发〔2026〕1号',
});

describe('the page of a year', () => {
  it('shows the settled years with their notice, and the next one as provisional', async () => {
    const page = await look();
    expect(page).toMatchObject({
      year: 2026,
      today: '2026-03-02',
      versions: [],
      regional: [],
      mayChange: true,
    });
    expect(page.years[0]).toMatchObject({ year: 2027, settled: false, source: null });
    expect(page.years[1]).toMatchObject({ year: 2026, settled: true, verified: true, workdays: 248 });
    expect(page.days.find(({ date }) => date === '2026-02-14')).toMatchObject({ kind: 'work', name: '春节' });
    expect(page.provisional).toBeNull();
  });

  it('is for the supervisor to change and for the administrator to see', async () => {
    const seen = await product.ask('systemAdmin', 'GET', '/api/calendar');
    expect(seen.status).toBe(200);
    expect(seen.body).toMatchObject({ mayChange: false });
    expect((await product.ask('leadOffice', 'GET', '/api/calendar')).status).toBe(403);
    const body = { kind: 'regional', days: [] };
    expect((await product.ask('systemAdmin', 'POST', '/api/calendar/proposals', { body })).status).toBe(403);
  });
});

describe('reading a year', () => {
  it('from the text of a notice', async () => {
    const read = await propose({ kind: 'notice', text: notice, year: null });
    expect(read).toMatchObject({ state: 'counting', year: 2027, total: 3, outdated: false });
    expect(read.days.filter(({ kind }) => kind === 'off')).toHaveLength(21);
    expect(read.changes.filter(({ to }) => to === 'workday').map(({ date }) => date)).toEqual([
      '2027-01-30',
      '2027-02-14',
      '2027-05-08',
      '2027-09-26',
    ]);
    expect(read.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('from a workbook, a CSV, JSON and a text file, to the same days', async () => {
    const days = [
      ['2027-01-01', '休', '元旦'],
      ['2027-01-30', '班', '春节'],
    ] as const;
    const sheet = { name: '日历', header: ['日期', '类型', '名称'], rows: days };
    const files: readonly (readonly [string, Uint8Array])[] = [
      ['日历.xlsx', await writeWorkbook([sheet])],
      ['日历.csv', Buffer.from(`日期,类型,名称\n${days.map((day) => day.join(',')).join('\n')}\n`)],
      ['days.json', Buffer.from(JSON.stringify(days.map(([date, kind, name]) => ({ date, kind, name }))))],
      [
        '通知.txt',
        Buffer.from('2027年节假日安排\n一、元旦：1月1日（周五）放假。\n二、春节：1月30日（周六）上班。'),
      ],
    ];
    for (const [name, bytes] of files) {
      const answer = await upload(name, bytes);
      expect(answer.status, `${name}: ${answer.text}`).toBe(200);
      expect(answer.body, name).toMatchObject({ year: 2027, origin: name });
      const read: Proposal = answer.body;
      expect(
        read.days.map(({ date, kind, name: called }) => [date, kind, called]),
        name,
      ).toEqual([
        ['2027-01-01', 'off', '元旦'],
        ['2027-01-30', 'work', '春节'],
      ]);
    }
  });

  it.each([
    ['empty.csv', ''],
    ['picture.png', '\x89PNG\r\n\x1a\n'],
  ])('refuses %s with a sentence', async (name, text) => {
    const answer = await upload(name, Buffer.from(text, 'latin1'));
    expect(answer.status).toBe(422);
    expect((answer.body as { detail: string }).detail).toMatch(/[\u4e00-\u9fff]/);
  });

  it('with errors cannot be used', async () => {
    const read = await propose({
      kind: 'notice',
      text: notice.replace('1月1日（周五）', '1月1日（周四）'),
      year: null,
    });
    expect(read.state).toBe('wrong');
    expect(read.issues[0]).toMatchObject({ code: 'weekday-wrong', place: { line: 2 } });
    const refused = await apply(read.id);
    expect([refused.status, refused.body]).toMatchObject([422, { code: 'calendar-has-errors' }]);
  });
});

describe('a change', () => {
  let before = '';
  let first: Proposal;
  let second: Proposal;

  it('lists first which dates would move, and is refused until it has', async () => {
    before = await dueOf(between);
    first = await propose({ kind: 'regional', days: [off('2026-03-04')] });
    second = await propose({ kind: 'regional', days: [off('2026-03-05')] });
    expect((await apply(first.id)).body).toMatchObject({ code: 'calendar-not-counted' });
    await countMoves(product.app.db, j, first.id, clock);
    await countMoves(product.app.db, j, second.id, clock);
    const counted = await proposal(first.id);
    expect(counted).toMatchObject({ state: 'counted', done: 3, movedMatters: 1, movedDuties: 3 });
    expect(await dueOf(between)).toBe(before);
    const moves: Moves = (await product.ask('supervisor', 'GET', `/api/calendar/proposals/${first.id}/moves`))
      .body;
    expect(moves.total).toBe(4);
    expect(moves.items[0]).toMatchObject({
      matterId: assigned.matterId,
      unit: '市交通局',
      duty: 'handBack',
      oldOn: '2026-03-11',
      newOn: '2026-03-12',
      days: 1,
    });
    // The day by which a closed matter's reply is to be published, which units act upon as well.
    const published = moves.items.find(({ duty }) => duty === 'disclose');
    expect(published).toMatchObject({ matterId: closed.matterId, unit: '市交通局', days: 1 });
    expect(moves.items.find(({ duty }) => duty === 'assign')).toMatchObject({
      matterId: between,
      unit: null,
      duty: 'assign',
      oldOn: before,
    });
  });

  it('gives the list as a workbook', async () => {
    const file = await product.ask('supervisor', 'GET', `/api/calendar/proposals/${first.id}/moves.xlsx`);
    expect(file.status).toBe(200);
    expect(file.text.startsWith('PK')).toBe(true);
    expect((await product.ask('supervisor', 'GET', '/api/calendar/proposals/999999/moves.xlsx')).status).toBe(
      404,
    );
  });

  it('becomes a version that is in force, once; stored dates follow', async () => {
    const applied = await apply(first.id, '试验纪念日放假');
    expect(applied.status, applied.text).toBe(200);
    const { versionId, recomputeId } = applied.body as { versionId: number; recomputeId: number };
    expect(versionId).toBe(1);
    expect((await apply(first.id)).body).toMatchObject({ code: 'calendar-applied' });
    await runRecompute(product.app.db, j, recomputeId, clock);
    const after = await dueOf(between);
    expect([before, after]).toEqual(['2026-03-11', '2026-03-12']);
    const page = await look();
    expect(page.recompute).toMatchObject({
      state: 'done',
      done: 3,
      total: 3,
      movedMatters: 1,
      movedDuties: 0,
      reference: 1,
    });
    expect(page.versions).toMatchObject([
      { id: 1, note: '试验纪念日放假', changed: 'regional', by: 'supervisor' },
    ]);
    expect(page.regional).toEqual([off('2026-03-04')]);
    expect(page.days.find(({ date }) => date === '2026-03-04')).toMatchObject({
      kind: 'off',
      regional: off('').source,
    });
  });

  it('that was read before it is refused: what it listed no longer holds', async () => {
    expect(await proposal(second.id)).toMatchObject({ outdated: true });
    expect((await apply(second.id)).body).toMatchObject({ code: 'calendar-changed' });
  });

  it('is journalled with what it moves', async () => {
    const entries = await product.app.db.read(j, (tx) =>
      tx
        .selectFrom('journal')
        .select(['command', 'entry'])
        .where('stream', '=', 'setup')
        .orderBy('n')
        .execute(),
    );
    const ours = entries.filter(({ command }) => ['setup.calendar', 'setup.dates'].includes(command));
    expect(ours.map(({ command }) => command)).toEqual(['setup.calendar', 'setup.dates']);
    expect(JSON.parse(ours[0]?.entry ?? '{}')).toMatchObject({ data: { version: 1, movedDuties: 3 } });
  });

  it('is named by the date that it moved', async () => {
    const house = await product.app.db.read(j, (tx) => houseReader()(tx, j));
    expect(house.calendarVersion).toMatchObject({ id: 1, note: '试验纪念日放假' });
  });

  it('keeps what the version before had', async () => {
    const year = await propose({ kind: 'notice', text: notice, year: null });
    await countMoves(product.app.db, j, year.id, clock);
    expect((await apply(year.id, '2027年放假安排')).status).toBe(200);
    const page = await look(2027);
    expect(page.regional).toHaveLength(1);
    expect(page.years.find(({ year: one }) => one === 2027)).toMatchObject({
      settled: true,
      own: true,
      verified: false,
    });
    expect(page.years[0]).toMatchObject({ year: 2028, settled: false });
    expect(page.days.find(({ date }) => date === '2027-02-06')).toMatchObject({ name: '春节', kind: 'off' });
  });

  it('is never changed or removed: the product may not', async () => {
    const tamper = product.app.db.write(j, async (tx) => {
      await tx.updateTable('calendar_version').set({ note: 'x' }).execute();
      return { keep: false, value: undefined };
    });
    await expect(tamper).rejects.toThrow(/permission denied/);
  });
});

describe('computing stored dates anew', () => {
  const run = () =>
    product.app.db.write(j, async (tx) => {
      const house = await houseReader()(tx, j);
      return { keep: true, value: await recomputeDueDates(tx, house, j, 0) };
    });

  it('changes nothing when they are right', async () => {
    expect(await run()).toMatchObject({ next: null, seen: 3, moved: expect.anything() });
    expect((await run()).moved).toEqual([]);
  });

  it('mends what is wrong, and goes on behind the cursor', async () => {
    const right = await dueOf(between);
    await product.app.db.write(j, async (tx) => {
      await tx
        .updateTable('assignment')
        .set({ due_on: '2020-01-01' })
        .where('id', '=', assigned.leadDuty)
        .execute();
      await tx.updateTable('matter').set({ due_on: 'infinity' }).where('id', '=', between).execute();
      return { keep: true, value: undefined };
    });
    const beyond = await product.app.db.write(j, async (tx) => ({
      keep: true,
      value: await recomputeDueDates(tx, await houseReader()(tx, j), j, between),
    }));
    expect(beyond).toEqual({ next: null, seen: 0, moved: [] });
    expect((await run()).moved).toHaveLength(2);
    expect(await dueOf(between)).toBe(right);
  });

  it('by a run that was asked for twice ends both, in any order', async () => {
    const actor = { jurisdictionId: j, personId: 0, name: '运维', grants: [], via: 'system' as const };
    const ids = await product.app.db.write(j, async (tx) => ({
      keep: true,
      value: [
        await askRecompute(tx, actor, clock(), { reason: 'ruleset', reference: 7 }),
        await askRecompute(tx, actor, clock(), { reason: 'check', reference: null }),
      ],
    }));
    await Promise.all(ids.map((id) => runRecompute(product.app.db, j, id, clock)));
    await runRecompute(product.app.db, j, ids[0] ?? 0, clock);
    const states = await product.app.db.read(j, (tx) =>
      tx.selectFrom('due_recompute').select('state').execute(),
    );
    expect(states.filter(({ state }) => state === 'running')).toHaveLength(1);
  });
});

it('a change lists also until when requests for an extension are to be decided', async () => {
  // Asked for on Monday 2 March: five working days, of which the fourth was given free above.
  const { matterId } = await bringTo(product, 'waiting');
  const change = await propose({ kind: 'regional', days: [off('2026-03-04'), off('2026-03-10')] });
  await countMoves(product.app.db, j, change.id, clock);
  const moves: Moves = (await product.ask('supervisor', 'GET', `/api/calendar/proposals/${change.id}/moves`))
    .body;
  expect(moves.items.filter(({ duty }) => duty === 'decideExtension')).toMatchObject([
    { matterId, unit: '市交通局', oldOn: '2026-03-10', newOn: '2026-03-11' },
  ]);
});
