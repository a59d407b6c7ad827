/** Whoever is named to look when submissions wait already hears of these as he would have when they came. */
import { type Actor, doerOf } from '#core/access.ts';
import type { IntakeRules } from '#core/intake-rules.ts';
import type { Moment } from '#core/words.ts';
import { sql } from 'kysely';
import { tell } from '../notice/tell.store.ts';
import type { Tx } from '../platform/db/database.ts';
import { lookersAt } from './directory.views.ts';
import { stepBy } from './review.views.ts';

/** A group of an organ, or one of its panels. */
export type Looked =
  | { readonly organId: number; readonly group: string }
  | { readonly organId: number; readonly panelId: number };

/** The most that one change tells of: a desk opens to all of them. */
const most = 500;

/**
 * Does `change`, which names who looks, and tells those who did not look before what waits for a look of theirs; never
 * what they wrote or signed themselves.
 */
export const tellLateLookers = async <Done>(
  tx: Tx,
  actor: Actor,
  at: Moment,
  intake: IntakeRules,
  looked: Looked,
  change: () => Promise<Done>,
): Promise<Done> => {
  const j = actor.jurisdictionId;
  const before = await lookersAt(tx, j, looked.organId, looked);
  const done = await change();
  const late = (await lookersAt(tx, j, looked.organId, looked)).filter((id) => !before.includes(id));
  if (late.length === 0) return done;
  const theirs =
    'group' in looked
      ? sql`${stepBy(intake, 'group')} and a.group_name = ${looked.group} and a.group_name <> ''`
      : sql`${stepBy(intake, 'panel')} and s.panel_id = ${looked.panelId}`;
  tell(tx, {
    jurisdictionId: j,
    at: at.instant,
    rows: sql`select w.id as person_id, 'intakeToVet'::text as kind, null::bigint as matter_id,
        jsonb_build_object('submission', jsonb_build_object('id', s.id, 'title', s.title)) as data,
        false as urgent, null::timestamptz as not_before
      from submission s join person a on a.jurisdiction_id = s.jurisdiction_id and a.id = s.author_id
      join person w on w.jurisdiction_id = s.jurisdiction_id and w.id = any(${late}::bigint[])
      where s.jurisdiction_id = ${j} and s.organ_id = ${looked.organId} and ${theirs}
        and w.id not in (s.author_id, ${actor.personId}::bigint, ${doerOf(actor).personId}::bigint)
        and not exists (select from submission_signer g where g.jurisdiction_id = s.jurisdiction_id
          and g.submission_id = s.id and g.person_id = w.id and g.state = 'signed')
      order by s.submitted_at, s.id limit ${most}`,
  });
  return done;
};
