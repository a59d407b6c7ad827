/** Frozen figures in the whole demo city: they stay, are signed, and open to what has moved since. */
import type { ResponseOf } from '#contract/endpoint.ts';
import type { figureSnapshot, figureSnapshotMoves } from '#contract/figures.ts';
import type { figureKeys } from '#contract/figure-signatures.ts';
import { createDemoCity, type DemoStage } from '#test/support/demo-city.ts';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { momentOf } from '../platform/moment.ts';
import { sealer } from '../platform/secrets.ts';
import { verifySnapshot } from '../verify/verify-snapshot.ts';
import { renewKey } from './signing.ts';

type Snapshot = ResponseOf<typeof figureSnapshot>;

const today = '2026-05-20';
let city: DemoStage;
let owner: pg.Client;
let j: number;

beforeAll(async () => {
  city = await createDemoCity(today);
  ({ owner, jurisdictionId: j } = city);
}, 300_000);
afterAll(() => city.close());

describe('frozen figures', () => {
  test('of several organs, or of none that there is, are not shown to the office of one', async () => {
    const organs = await owner.query<{ id: string }>('select id from organ order by id');
    const [first, second] = organs.rows.map(({ id }) => id);
    for (const [organ, mine] of [
      [`${first},${second}`, false],
      ['none', false],
      ['999', false],
      [first, true],
    ] as const) {
      const body = { name: '试', filters: { organ }, figures: ['mattersFiled', 'mattersFiled.all'] };
      const { id } = await city.post<{ id: number }>('ducha', '/api/figures/snapshots', { body });
      const url = `/api/figures/snapshots/${id}`;
      expect((await city.get<Snapshot>('ducha', url)).lines).toHaveLength(1);
      const seen = await Promise.allSettled([city.get('renda', url), city.get('zhengxie', url)]);
      expect(
        seen.some(({ status }) => status === 'fulfilled'),
        organ,
      ).toBe(mine);
      await expect(city.get('ducha', `${url}/moves?figure=repliesIssued.all`)).rejects.toThrow('404');
    }
  });

  test('stay, are held by the journal, and open to the rows that moved since', async () => {
    const figures = ['mattersFiled.all', 'repliesIssued.all', 'satisfactionRate'];
    const { id } = await city.post<{ id: number }>('ducha', '/api/figures/snapshots', {
      body: { name: '2026年一季度', asOf: '2026-03-31', filters: { year: '2026' }, figures },
    });
    const url = `/api/figures/snapshots/${id}`;
    const snapshot = await city.get<Snapshot>('ducha', `${url}?compareAsOf=${today}`);
    expect(snapshot.intact).toBe(true);
    const replies = snapshot.lines.find(({ figure }) => figure === 'repliesIssued');
    expect((replies?.now?.numerator ?? 0) - (replies?.numerator ?? 0)).toBe(
      (replies?.now?.came ?? 0) - (replies?.now?.left ?? 0),
    );
    expect(replies?.now?.came).toBeGreaterThan(0);
    expect(snapshot.lines.map(({ now }) => now === null)).toEqual([false, false, false]);
    const moves = await city.get<ResponseOf<typeof figureSnapshotMoves>>(
      'ducha',
      `${url}/moves?figure=repliesIssued.all&compareAsOf=${today}&limit=200`,
    );
    expect(moves.total).toBe((replies?.now?.came ?? 0) + (replies?.now?.left ?? 0));
    // Another organ's office does not find it, and what was changed behind the product's back shows.
    await expect(city.get('zhengxie', url)).rejects.toThrow('404');
    await owner.query(
      `update figure_snapshot set content = replace(content, '一季度', '二季度') where id = $1`,
      [id],
    );
    expect((await city.get<Snapshot>('ducha', url)).intact).toBe(false);
  });

  test('keep what they counted: another definition since then is told, with both in words', async () => {
    const { id } = await city.post<{ id: number }>('ducha', '/api/figures/snapshots', {
      body: { name: '口径', asOf: '2026-03-31', filters: {}, figures: ['resolutionRate', 'mattersFiled'] },
    });
    const url = `/api/figures/snapshots/${id}`;
    const linesOf = async () => (await city.get<Snapshot>('ducha', url)).lines;
    const [rate] = await linesOf();
    expect((await linesOf()).map(({ otherwise }) => otherwise)).toEqual([null, null]);
    expect(rate?.definition?.zh).toContain('四舍五入至1位小数；已解决的类别：A');
    // As an earlier version of the product would have frozen it, and one before definitions were kept.
    const change = (what: string) =>
      owner.query(`update figure_snapshot set content = (${what})::text where id = $1`, [id]);
    const content = 'content::jsonb';
    await change(`jsonb_set(${content}, '{lines,0,definition,decimals}', '2')`);
    const [changed, same] = await linesOf();
    expect([changed?.otherwise, same?.otherwise]).toEqual([{ now: rate?.definition }, null]);
    await change(`jsonb_set(${content}, '{lines,0,figure}', '"noSuchFigure"')`);
    expect((await linesOf())[0]).toMatchObject({ otherwise: { now: null }, now: null });
    await change(`${content} #- '{lines,1,definition}'`);
    expect((await linesOf())[1]).toMatchObject({ definition: null, otherwise: null });
  });

  test('open to what was entered since about a day before them, which they could not count', async () => {
    const { rows } = await owner.query<{ matter_id: string; filed_at: Date; recorded_at: Date }>(
      `select matter_id, filed_at, recorded_at from figure_matter f where year = 2026 and filed_at < '2026-03-01'
         and valid_to = 'infinity' and not exists (select from figure_matter o
           where o.matter_id = f.matter_id and o.valid_to < 'infinity') order by matter_id limit 1`,
    );
    const [row] = rows;
    if (row === undefined) throw new Error('No matter of 2026');
    const enter = (filed: Date | null, recorded: Date | string) =>
      owner.query('update figure_matter set filed_at = $2, recorded_at = $3 where matter_id = $1', [
        row.matter_id,
        filed,
        recorded,
      ]);
    await enter(null, row.recorded_at);
    const { id } = await city.post<{ id: number }>('ducha', '/api/figures/snapshots', {
      body: { name: '补录之前', asOf: '2026-03-31', filters: { year: '2026' }, figures: ['mattersFiled'] },
    });
    await enter(row.filed_at, `${today}T23:59:59.999Z`);
    const url = `/api/figures/snapshots/${id}`;
    const [line] = (await city.get<Snapshot>('ducha', `${url}?compareAsOf=2026-03-31`)).lines;
    expect([line?.now?.difference, line?.now?.came, line?.now?.left]).toEqual(['1', 1, 0]);
    const { items } = await city.get<ResponseOf<typeof figureSnapshotMoves>>(
      'ducha',
      `${url}/moves?figure=mattersFiled.all&compareAsOf=2026-03-31`,
    );
    expect(items).toMatchObject([{ matterId: Number(row.matter_id), moved: 'came', enteredLater: true }]);
    await enter(row.filed_at, row.recorded_at);
  });

  test('are signed: the file holds offline, also after the key was renewed, and what was changed shows', async () => {
    const freezeOne = async (name: string): Promise<string> => {
      const body = { name, asOf: '2026-03-31', filters: {}, figures: ['mattersFiled', 'replyRate'] };
      const { id } = await city.post<{ id: number }>('ducha', '/api/figures/snapshots', { body });
      return `/api/figures/snapshots/${id}`;
    };
    const fileOf = async (url: string) => new TextDecoder().decode(await city.file('ducha', `${url}/file`));
    const keys = async () =>
      (await city.get<ResponseOf<typeof figureKeys>>('renda', '/api/figures/keys')).items;
    const before = await freezeOne('换钥匙之前');
    const [first] = await keys();
    const file = await fileOf(before);
    expect(verifySnapshot(file, [first?.fingerprint ?? ''])).toMatchObject({
      ok: true,
      told: { jurisdiction: '云川市', name: '换钥匙之前', asOf: '2026-03-31T15:59:59.999Z', lines: 2 },
    });

    const seal = sealer('d3'.repeat(32));
    const actor = { jurisdictionId: j, personId: 0, name: '系统', grants: [], via: 'system' as const };
    const renew = () =>
      city.app.db.write(j, async (tx) => ({
        keep: true,
        value: await renewKey(tx, actor, momentOf(new Date(`${today}T03:00:00Z`)), seal),
      }));
    // Of two at once each makes its key, one after the other, and the last of them signs.
    const both = await Promise.all([renew(), renew()]);
    const [renewed] = both.filter(({ no }) => no === 3);
    const after = await freezeOne('换钥匙之后');
    expect((await keys()).map(({ no, retiredAt }) => [no, retiredAt === null])).toEqual([
      [3, true],
      [2, false],
      [1, false],
    ]);
    expect((await city.get<Snapshot>('ducha', after)).signature).toMatchObject({
      key: { fingerprint: renewed?.fingerprint },
      holds: true,
    });
    // The old file is what it was, and is not the new key's.
    expect(await fileOf(before)).toBe(file);
    expect(verifySnapshot(await fileOf(after), [first?.fingerprint ?? ''])).toMatchObject({
      ok: false,
      problems: ['other-key'],
    });
    const halves = await owner.query('select no from figure_signing_key where private_sealed is not null');
    expect(halves.rows).toEqual([{ no: 3 }]);
    const made = await owner.query(
      `select n from journal where command = 'figures.makeKey' and strpos(entry, $1) > 0`,
      [renewed?.fingerprint],
    );
    expect(made.rows).toHaveLength(1);

    // Changed behind the product's back, hash and all: the page and the file say so.
    const id = Number(before.split('/').at(-1));
    await owner.query(
      `update figure_snapshot set content = c.changed, hash = encode(sha256(convert_to(c.changed, 'UTF8')), 'hex')
       from (select replace(content, '之前', '以前') as changed from figure_snapshot where id = $1) c where id = $1`,
      [id],
    );
    expect(await city.get<Snapshot>('ducha', before)).toMatchObject({
      intact: false,
      signature: { holds: false },
    });
    expect(verifySnapshot(await fileOf(before), [])).toMatchObject({ problems: ['content-changed'] });

    // Frozen before there were signatures: no file of it.
    await owner.query(
      'update figure_snapshot set statement = null, signature = null, key_no = null where id = $1',
      [id],
    );
    expect((await city.get<Snapshot>('ducha', before)).signature).toBeNull();
    await expect(fileOf(before)).rejects.toThrow('snapshot-unsigned');
    await expect(city.file('zhengxie', `${after}/file`)).rejects.toThrow('404');

    // A private half that this installation cannot open signs nothing, and nothing is frozen unsigned.
    await owner.query('update figure_signing_key set private_sealed = $1 where no = 3', [
      sealer('a1'.repeat(32)).seal('gone'),
    ]);
    await expect(freezeOne('打不开')).rejects.toThrow('signing-key-lost');
    const kept = await owner.query(`select id from figure_snapshot where name = '打不开'`);
    expect(kept.rows).toEqual([]);
  });
});
