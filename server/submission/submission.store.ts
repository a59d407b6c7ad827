/** Keeps submissions: loads one as the core knows it, and writes what became of it. */
import type { HandedIn, Signer, StepOpinion, Submission } from '#core/submission/submission.ts';
import type { Instant } from '#core/words.ts';
import { sql } from 'kysely';
import { sendAhead, type Tx } from '../platform/db/database.ts';

export type StoredSubmission = {
  readonly submission: Submission;
  /** Delegation or sector of its author, as it is now. */
  readonly authorGroup: string;
  /** The matter that it became is closed, or the office has withdrawn it. */
  readonly matterOver: boolean;
};

type Row = Omit<Submission, 'signers' | 'opinions' | 'gatherUntil' | 'submittedAt' | 'handedIn'> & {
  readonly handedIn: HandedIn | null;
  readonly authorGroup: string;
  readonly matterOver: boolean;
  readonly gatherUntil: string | null;
  readonly submittedAt: string | null;
  readonly signers: readonly Signer[];
  readonly opinions: readonly StepOpinion[];
};

const isoOf = <T extends string | null>(at: T): T => (at === null ? at : (new Date(at).toISOString() as T));

/** Holds many submissions until the transaction ends, in one order for everybody, so that no two wait for each other. */
export const holdSubmissions = async (tx: Tx, j: number, ids: readonly number[]): Promise<void> => {
  await sql`select 1 from submission where jurisdiction_id = ${j} and id = any(${[...ids]}::bigint[])
    order by id for update`.execute(tx);
};

/** Submissions as they are now, in the order of their ids; who is not among them does not exist. One statement. */
export const loadSubmissions = async (
  tx: Tx,
  j: number,
  ids: readonly number[],
): Promise<readonly StoredSubmission[]> => {
  const { rows } = await sql<Row>`
    select s.id, s.version, s.kind, s.organ_id as "organId", s.session_id as "sessionId", s.in_session as "inSession",
      s.flow_no as "flowNo", s.author_id as "authorId", s.entered_by_id as "enteredById",
      s.proposer_type as "proposerType", s.body_name as "bodyName", s.seal_file_id as "sealFileId", s.state, s.step,
      s.panel_id as "panelId", s.text_no as "textNo", s.form, s.file_ids as "fileIds", s.gather_until as "gatherUntil",
      s.submitted_at as "submittedAt", s.submitted_text_no as "submittedTextNo",
      s.withdrawal_reason as "withdrawalReason", s.returned_text as "returnedText", s.decision,
      s.split_from_id as "splitFromId", s.paper_on as "paperOn", s.no_scan_reason as "noScanReason",
      s.handed_in || jsonb_build_object('text', jsonb_build_object('title', h.title, 'facts', h.facts,
        'analysis', h.analysis, 'asks', h.asks)) as "handedIn", p.group_name as "authorGroup",
      coalesce(m.stage in ('closed', 'withdrawn'), false) as "matterOver",
      json_build_object('title', t.title, 'facts', t.facts, 'analysis', t.analysis, 'asks', t.asks) as text,
      (select coalesce(json_agg(json_build_object('personId', g.person_id, 'role', g.role, 'state', g.state,
          'textNo', g.text_no, 'comment', g.comment, 'at', g.at, 'agreesToWithdraw', g.agrees_to_withdraw,
          'onPaper', g.on_paper, 'group', g.group_name) order by g.position, g.person_id), '[]')
        from submission_signer g where g.jurisdiction_id = s.jurisdiction_id and g.submission_id = s.id) as signers,
      (select coalesce(json_agg(json_build_object('phase', o.phase, 'step', o.step, 'byId', o.by_id, 'at', o.at,
          'textNo', o.text_no, 'advice', o.advice, 'grounds', o.grounds, 'checks', o.checks, 'text', o.text)
          order by o.n), '[]')
        from submission_opinion o where o.jurisdiction_id = s.jurisdiction_id and o.submission_id = s.id) as opinions
    from submission s
    join submission_text t on t.jurisdiction_id = s.jurisdiction_id and t.submission_id = s.id and t.text_no = s.text_no
    left join submission_text h on h.jurisdiction_id = s.jurisdiction_id and h.submission_id = s.id
      and h.text_no = s.submitted_text_no
    join person p on p.jurisdiction_id = s.jurisdiction_id and p.id = s.author_id
    left join matter m on m.jurisdiction_id = s.jurisdiction_id and m.id = s.matter_id
    where s.jurisdiction_id = ${j} and s.id = any(${[...ids]}::bigint[]) order by s.id`.execute(tx);
  return rows.map(({ authorGroup, matterOver, ...stored }) => ({
    authorGroup,
    matterOver,
    submission: {
      ...stored,
      signers: stored.signers.map((one) => ({ ...one, at: isoOf(one.at) })),
      opinions: stored.opinions.map((one) => ({ ...one, at: isoOf(one.at) })),
    },
  }));
};

/**
 * One submission; null: there is none. `hold`: locked until the transaction ends, so that of two commands at once the
 * second sees what the first did.
 */
export const loadSubmission = async (
  tx: Tx,
  j: number,
  id: number,
  how: 'hold' | 'look',
): Promise<StoredSubmission | null> => {
  if (how === 'hold') await holdSubmissions(tx, j, [id]);
  const [stored] = await loadSubmissions(tx, j, [id]);
  return stored ?? null;
};

/**
 * The submission that owns a file and the parts that it was split into, with the matter that each became, and the main
 * one with which that is handled.
 */
export const findCarriers = async (
  tx: Tx,
  j: number,
  ownerId: number,
): Promise<
  readonly { readonly id: number; readonly matterId: number | null; readonly mainId: number | null }[]
> => {
  const { rows } = await sql<{ id: number; matterId: number | null; mainId: number | null }>`
    with recursive carrier as (
      select s.id, s.matter_id from submission s where s.jurisdiction_id = ${j} and s.id = ${ownerId}
      union all
      select s.id, s.matter_id from submission s
      join carrier c on s.jurisdiction_id = ${j} and s.split_from_id = c.id)
    select c.id, c.matter_id as "matterId", m.merged_into as "mainId"
    from carrier c left join matter m on m.jurisdiction_id = ${j} and m.id = c.matter_id
    order by c.id limit 500`.execute(tx);
  return rows;
};

/** Its text is kept as every version of the text is. */
const withoutText = ({ form, fileIds, proposerType, bodyName, sealFileId, signers }: HandedIn) => ({
  ...{ form, fileIds, proposerType, bodyName, sealFileId, signers },
});

const columnsOf = (submission: Omit<Submission, 'id' | 'version'>, at: Instant) => ({
  session_id: submission.sessionId,
  in_session: submission.inSession,
  flow_no: submission.flowNo,
  proposer_type: submission.proposerType,
  body_name: submission.bodyName,
  seal_file_id: submission.sealFileId,
  state: submission.state,
  step: submission.step,
  panel_id: submission.panelId,
  text_no: submission.textNo,
  title: submission.text.title,
  form: JSON.stringify(submission.form),
  category: submission.form.category,
  file_ids: [...submission.fileIds],
  gather_until: submission.gatherUntil,
  submitted_at: submission.submittedAt,
  submitted_text_no: submission.submittedTextNo,
  handed_in: submission.handedIn === null ? null : JSON.stringify(withoutText(submission.handedIn)),
  no_scan_reason: submission.noScanReason,
  withdrawal_reason: submission.withdrawalReason,
  returned_text: submission.returnedText,
  decision: submission.decision === null ? null : JSON.stringify(submission.decision),
  matter_id: submission.decision?.outcome === 'filed' ? submission.decision.matterId : null,
  updated_at: at,
});

/** The instant of what ends its way, where this act did it: what changes on it later, and be it a signature, moves none. */
const endOf = (
  before: Submission['state'] | null,
  after: Submission['state'],
  at: Instant,
): { filed_at?: Instant; declined_at?: Instant; withdrawn_at?: Instant } => {
  if (before === after) return {};
  switch (after) {
    case 'filed':
      return { filed_at: at };
    case 'declined':
    case 'converted':
      return { declined_at: at };
    case 'split':
    case 'withdrawn':
    case 'discarded':
      return { withdrawn_at: at };
    case 'draft':
    case 'vetting':
    case 'submitted':
    case 'returned':
      return {};
    default: {
      const forgotten: never = after;
      return forgotten;
    }
  }
};

const keepText = (
  tx: Tx,
  j: number,
  id: number,
  { textNo, text }: Pick<Submission, 'textNo' | 'text'>,
  at: Instant,
): void => {
  const words = {
    title: text.title,
    facts: JSON.stringify(text.facts),
    analysis: JSON.stringify(text.analysis),
    asks: JSON.stringify(text.asks),
    changed_at: at,
  };
  const keep = tx
    .insertInto('submission_text')
    .values({ jurisdiction_id: j, submission_id: id, text_no: textNo, ...words })
    .onConflict((on) => on.columns(['jurisdiction_id', 'submission_id', 'text_no']).doUpdateSet(words));
  sendAhead(tx, keep.compile());
};

const keepSigners = (
  tx: Tx,
  j: number,
  id: number,
  signers: readonly (readonly [Signer, number])[],
): void => {
  if (signers.length === 0) return;
  const keep = tx
    .insertInto('submission_signer')
    .values(
      signers.map(([one, position]) => ({
        jurisdiction_id: j,
        submission_id: id,
        person_id: one.personId,
        role: one.role,
        state: one.state,
        text_no: one.textNo,
        comment: one.comment,
        at: one.at,
        agrees_to_withdraw: one.agreesToWithdraw,
        on_paper: one.onPaper,
        group_name: one.group,
        position,
      })),
    )
    .onConflict((on) =>
      on.columns(['jurisdiction_id', 'submission_id', 'person_id']).doUpdateSet((eb) => ({
        role: eb.ref('excluded.role'),
        state: eb.ref('excluded.state'),
        text_no: eb.ref('excluded.text_no'),
        comment: eb.ref('excluded.comment'),
        at: eb.ref('excluded.at'),
        agrees_to_withdraw: eb.ref('excluded.agrees_to_withdraw'),
        on_paper: eb.ref('excluded.on_paper'),
        group_name: eb.ref('excluded.group_name'),
        position: eb.ref('excluded.position'),
      })),
    );
  sendAhead(tx, keep.compile());
};

/** Stores a submission that has just begun, with its text and signers; answers with its id. */
export const insertSubmission = async (
  tx: Tx,
  j: number,
  submission: Omit<Submission, 'id' | 'version'>,
  at: Instant,
): Promise<number> => {
  const { id } = await tx
    .insertInto('submission')
    .values({
      jurisdiction_id: j,
      kind: submission.kind,
      organ_id: submission.organId,
      author_id: submission.authorId,
      entered_by_id: submission.enteredById,
      split_from_id: submission.splitFromId,
      paper_on: submission.paperOn,
      created_at: at,
      ...columnsOf(submission, at),
      ...endOf(null, submission.state, at),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  keepText(tx, j, id, submission, at);
  keepSigners(
    tx,
    j,
    id,
    submission.signers.map((one, index) => [one, index] as const),
  );
  return id;
};

/** Writes what became of a submission that the transaction holds; its version grows by one. */
export const saveSubmission = (
  tx: Tx,
  j: number,
  before: Submission,
  after: Submission,
  at: Instant,
): void => {
  const row = tx
    .updateTable('submission')
    .set((eb) => ({
      ...columnsOf(after, at),
      ...endOf(before.state, after.state, at),
      version: eb('version', '+', 1),
    }))
    .where('jurisdiction_id', '=', j)
    .where('id', '=', after.id);
  // Before the row: its text must be there when somebody reads it.
  if (after.text !== before.text || after.textNo !== before.textNo) keepText(tx, j, after.id, after, at);
  sendAhead(tx, row.compile());
  keepSigners(
    tx,
    j,
    after.id,
    after.signers
      .map((one, index) => [one, index] as const)
      .filter(([one, index]) => before.signers[index] !== one),
  );
  const opinions = after.opinions.slice(before.opinions.length);
  if (opinions.length === 0) return;
  const given = tx.insertInto('submission_opinion').values(
    opinions.map((one, index) => ({
      jurisdiction_id: j,
      submission_id: after.id,
      n: before.opinions.length + index + 1,
      phase: one.phase,
      step: one.step,
      by_id: one.byId,
      at: one.at,
      text_no: one.textNo,
      advice: one.advice,
      grounds: [...one.grounds],
      checks: [...one.checks],
      text: one.text,
    })),
  );
  sendAhead(tx, given.compile());
};
