/** For whom a message is, and what of the notices in it this person may read now. */
import type { Actor, Grant } from '#core/access.ts';
import type { PersonalKind } from '#contract/channel-fields.ts';
import type { Language } from '#contract/messages/message.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

export type Recipient = {
  readonly actor: Actor;
  readonly language: Language;
  readonly active: boolean;
  /** What the person has chosen for the channel; null: nothing, or the channel is not a personal one. */
  readonly wants: { readonly ordinary: boolean; readonly urgent: boolean } | null;
};

type Row = {
  id: number;
  name: string;
  state: string;
  language: string | null;
  ordinary: boolean | null;
  urgent: boolean | null;
  grants: { role: Grant['role']; unitId: number | null; within: number | null; organId: number | null }[];
};

const grantOf = ({ role, unitId, within, organId }: Row['grants'][number]): Grant => ({
  role,
  ...(unitId === null ? {} : { unitId }),
  ...(within === null ? {} : { within }),
  ...(organId === null ? {} : { organId }),
});

/** The rights that each has now, not those that he had when the notice was written (ASVS 5.0.0 8.3.3). */
export const findRecipients = async (
  tx: Tx,
  j: number,
  kind: PersonalKind | 'webhook',
  personIds: readonly number[],
): Promise<ReadonlyMap<number, Recipient>> => {
  const { rows } = await sql<Row>`
    select p.id, p.name, p.state, a.language, c.ordinary, c.urgent,
      (select coalesce(json_agg(json_build_object('role', g.role, 'unitId', g.unit_id, 'within', u.parent_id,
          'organId', g.organ_id) order by g.id), '[]')
        from role_grant g left join unit u on u.jurisdiction_id = g.jurisdiction_id and u.id = g.unit_id
        where g.jurisdiction_id = p.jurisdiction_id and g.person_id = p.id) as grants
    from person p
    left join account a on a.jurisdiction_id = p.jurisdiction_id and a.person_id = p.id
    left join person_channel c on c.jurisdiction_id = p.jurisdiction_id and c.person_id = p.id and c.kind = ${kind}
    where p.jurisdiction_id = ${j} and p.id = any(${[...personIds]}::bigint[])`.execute(tx);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        actor: {
          jurisdictionId: j,
          personId: row.id,
          name: row.name,
          grants: row.grants.map(grantOf),
          via: 'system',
        },
        language: row.language === 'en' ? 'en' : 'zh',
        active: row.state === 'active',
        wants: row.ordinary === null ? null : { ordinary: row.ordinary, urgent: row.urgent === true },
      },
    ]),
  );
};

export type ReadNotice = {
  readonly id: number;
  readonly kind: string;
  readonly matterId: number | null;
  readonly caseNo: string | null;
  readonly title: string | null;
  readonly at: string;
  /** It is about a matter to which the person does not stand any more. */
  readonly gone: boolean;
  /** For whom it was, where the reader stands in. */
  readonly for: string | null;
  /** The submission that it is about; null: none. */
  readonly submissionId: number | null;
  /** Whose doing it tells of; null: it names nobody. */
  readonly who: string | null;
};

/** How notices look to the one they are for; `standing` and `named` are the rules of the notices in the app. */
export type Sight = {
  /** Condition on `matter m` under which the person may open it. */
  readonly standing: (actor: Actor) => RawBuilder<unknown>;
  /** Kinds that name the matter even to who has no standing any more. */
  readonly named: readonly string[];
};

export const readNotices = async (
  tx: Tx,
  actor: Actor,
  ids: readonly number[],
  { standing, named }: Sight,
): Promise<readonly ReadNotice[]> => {
  const { rows } = await sql<ReadNotice>`
    select n.id, n.kind, case when ${standing(actor)} then m.id end as "matterId", m.case_no as "caseNo",
      coalesce(m.title, n.data -> 'submission' ->> 'title') as title, n.at,
      n.matter_id is not null and m.id is null as gone,
      n.data -> 'for' ->> 'name' as "for", (n.data -> 'submission' ->> 'id')::bigint as "submissionId",
      n.data -> 'who' ->> 'name' as who
    from notice n
    left join matter m on m.jurisdiction_id = n.jurisdiction_id and m.id = n.matter_id
      and (n.kind = any(${[...named]}::text[]) or ${standing(actor)})
    where n.jurisdiction_id = ${actor.jurisdictionId} and n.person_id = ${actor.personId}
      and n.id = any(${[...ids]}::bigint[])
    order by n.at, n.id`.execute(tx);
  return rows;
};

export const findPlace = async (
  tx: Tx,
  j: number,
): Promise<{ readonly name: string; readonly nameEn: string }> =>
  tx
    .selectFrom('jurisdiction')
    .select(['name', 'name_en as nameEn'])
    .where('id', '=', j)
    .executeTakeFirstOrThrow();
