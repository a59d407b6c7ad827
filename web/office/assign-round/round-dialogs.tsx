import {
  answerProposals,
  assignFromRound,
  assignRoundMatter,
  keepProposal,
  proposeUnits,
} from '#contract/assign-round.ts';
import { ask } from '#web/shared/ask.ts';
import { Dialog } from '#web/shared/ui/dialog.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Radio, Select } from 'antd';
import { FormDialog } from '../matter/form-dialog.tsx';
import type { Outcome } from '../matter/bulk-outcome.tsx';
import type { Reference } from '../matter/matter-types.ts';
import { UnitSelect } from '../matter/unit-select.tsx';
import styles from './assign-round.module.css';
import { answerBefore, type AnswerValues, type Duty, dutiesOfRow, withUnit } from './plan-of-row.ts';
import { c, t } from './round-texts.ts';
import type { Proposal, Role, Round, RoundRow } from './round-types.ts';

const roles = ['sole', 'lead', 'separate', 'assist'] as const satisfies readonly Role[];

type DialogProps = {
  readonly round: Round;
  readonly onDone: (outcome: Outcome) => void;
  readonly onClose: () => void;
};

/** Sends new plans for many rows with the versions that were seen. */
export const usePropose = (round: Pick<Round, 'id'>, onDone: (outcome: Outcome) => void) => {
  const command = useCommand(proposeUnits, { onDone });
  const send = (rows: readonly RoundRow[], planOf: (row: RoundRow) => readonly Duty[]) =>
    command.run({
      params: { roundId: round.id },
      body: {
        items: rows.map((row) => ({
          matterId: row.matterId,
          version: row.version,
          duties: [...planOf(row)],
        })),
      },
    });
  return { ...command, send };
};

type AssignTo = { unitId?: number | null; role: Role; how: 'replace' | 'add' };

/** The same as dragging, for the keyboard: a unit, its part, and what becomes of those already proposed. */
export const AssignToDialog = ({
  round,
  rows,
  reference,
  roleName,
  unitId,
  onDone,
  onClose,
}: DialogProps & {
  readonly rows: readonly RoundRow[];
  readonly reference: Reference;
  readonly roleName: (code: string) => string;
  readonly unitId: number | null;
}) => {
  const { send, pending, problem } = usePropose(round, onDone);
  const planned = rows.some((row) => dutiesOfRow(row).length > 0);
  return (
    <FormDialog<AssignTo>
      title={t('round.assignTo.title', { count: rows.length })}
      confirm={t('round.assignTo.confirm')}
      initial={{ unitId, role: planned ? 'assist' : 'sole', how: planned ? 'add' : 'replace' }}
      pending={pending}
      problem={problem}
      onSubmit={({ unitId: chosen, role, how }) =>
        chosen === undefined || chosen === null
          ? null
          : send(rows, (row) => withUnit(how === 'replace' ? [] : dutiesOfRow(row), chosen, role))
      }
      onClose={onClose}
    >
      <Form.Item name="unitId" label={t('round.unit')} rules={[{ required: true }]}>
        <UnitSelect units={reference.units} />
      </Form.Item>
      <Form.Item name="role" label={t('round.assignTo.role')}>
        <Radio.Group options={roles.map((value) => ({ value, label: roleName(value) }))} />
      </Form.Item>
      {planned ? (
        <Form.Item name="how" label={t('round.assignTo.how')}>
          <Radio.Group
            options={(['add', 'replace'] as const).map((value) => ({
              value,
              label: t(`round.assignTo.${value}`),
            }))}
          />
        </Form.Item>
      ) : null}
    </FormDialog>
  );
};

/** 正式交办: what is agreed becomes assignments; the rest is listed with the reason. */
export const AssignDialog = ({
  round,
  rows,
  onDone,
  onClose,
}: DialogProps & { readonly rows: readonly RoundRow[] }) => {
  const { run, pending, problem } = useCommand(assignFromRound, { onDone });
  return (
    <FormDialog<{ responsibleLeader: string }>
      title={t('round.assign.title', { count: rows.length })}
      what={t('round.assign.what')}
      confirm={t('round.assign.confirm')}
      initial={{ responsibleLeader: '' }}
      pending={pending}
      problem={problem}
      onSubmit={({ responsibleLeader }) =>
        run({
          params: { roundId: round.id },
          body: { matterIds: rows.map(({ matterId }) => matterId), responsibleLeader },
        })
      }
      onClose={onClose}
    >
      <Form.Item
        name="responsibleLeader"
        label={t('round.assign.leader')}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input maxLength={100} />
      </Form.Item>
    </FormDialog>
  );
};

/** A unit's answer on one line, or its acceptance of many. */
export const AnswerDialog = ({
  round,
  row,
  proposals,
  how,
  reference,
  roleName,
  onDone,
  onClose,
}: DialogProps & {
  /** Null: several at once. */
  readonly row: RoundRow | null;
  readonly proposals: readonly Proposal[];
  readonly how: 'accept' | 'object';
  readonly reference: Reference;
  readonly roleName: (code: string) => string;
}) => {
  const [form] = Form.useForm<Partial<AnswerValues>>();
  const { run, pending, problem } = useCommand(answerProposals, { onDone });
  const first = proposals[0];
  const units = new Set(proposals.map(({ unit }) => unit.id));
  const sections = units.size === 1 ? (round.ownUnits.find(({ id }) => units.has(id))?.sections ?? []) : [];
  const single = row !== null && first !== undefined ? first : null;
  const before = answerBefore(single, how);
  const role = Form.useWatch('role', form) ?? before.role;
  const verb = t(how === 'accept' ? 'round.answer.accept' : 'round.answer.object');
  return (
    <FormDialog<Partial<AnswerValues>>
      form={form}
      title={
        row === null ? t('round.answer.acceptMany', { count: proposals.length }) : `${verb} · ${row.caseNo}`
      }
      what={row === null ? t('round.answer.acceptMany.what') : row.title}
      confirm={verb}
      initial={before}
      pending={pending}
      problem={problem}
      onSubmit={({ sectionId, reason, namedUnitId, ...given }) =>
        run({
          params: { roundId: round.id },
          body: {
            items: proposals.map((one) => ({
              proposalId: one.id,
              answer: how === 'accept' ? 'accepted' : 'objected',
              role: given.role === '' || given.role === undefined ? null : given.role,
              sectionId: sectionId ?? null,
              reason: reason ?? '',
              namedUnitId: namedUnitId ?? null,
            })),
          },
        })
      }
      onClose={onClose}
    >
      {how === 'accept' ? (
        <>
          {sections.length === 0 ? null : (
            <Form.Item name="sectionId" label={t('round.answer.section')}>
              <Select
                virtual={false}
                allowClear
                placeholder={t('round.answer.section.later')}
                options={sections.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </Form.Item>
          )}
          {single === null || single.kind === 'named' ? null : (
            <Form.Item name="role" label={t('round.answer.role')}>
              <Radio.Group
                options={[
                  { value: '', label: t('round.answer.role.asProposed', { role: roleName(single.role) }) },
                  ...roles
                    .filter((one) => one !== single.role)
                    .map((value) => ({ value, label: roleName(value) })),
                ]}
              />
            </Form.Item>
          )}
        </>
      ) : (
        <Form.Item
          name="namedUnitId"
          label={t('round.answer.named')}
          rules={[{ required: single?.kind !== 'named' }]}
        >
          <UnitSelect units={reference.units} except={[...units]} />
        </Form.Item>
      )}
      {how === 'object' || role !== '' ? (
        <Form.Item
          name="reason"
          label={t('round.answer.reason')}
          rules={[{ required: true, whitespace: true }]}
        >
          <Input.TextArea maxLength={2_000} autoSize={{ minRows: 3, maxRows: 10 }} />
        </Form.Item>
      ) : null}
    </FormDialog>
  );
};

export const KeepDialog = ({
  round,
  proposal,
  onClose,
}: Omit<DialogProps, 'onDone'> & { readonly proposal: Proposal }) => {
  const { run, pending, problem } = useCommand(keepProposal, { onDone: onClose });
  return (
    <FormDialog<{ reason: string }>
      title={t('round.keep')}
      what={t('round.keep.what', { unit: proposal.unit.name })}
      confirm={t('round.keep')}
      initial={{ reason: '' }}
      pending={pending}
      problem={problem}
      onSubmit={({ reason }) =>
        run({ params: { roundId: round.id, proposalId: proposal.id }, body: { reason } })
      }
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label={t('round.answer.reason')}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input.TextArea maxLength={2_000} autoSize={{ minRows: 3, maxRows: 10 }} />
      </Form.Item>
    </FormDialog>
  );
};

/** The text of a matter on which a unit is asked before it has anything to do with it. */
export const ReadDialog = ({
  round,
  row,
  onClose,
}: Omit<DialogProps, 'onDone'> & { readonly row: RoundRow }) => {
  const query = useQuery(ask(assignRoundMatter, { params: { roundId: round.id, matterId: row.matterId } }));
  return (
    <Dialog
      width={760}
      title={`${row.caseNo} ${row.title}`}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{c('do.close')}</Button>}
    >
      <QueryState query={query} lines={8}>
        {({ body, points }) => (
          <div className={styles.stack}>
            {/* A scrolling frame takes the focus, so that the keyboard can scroll it. */}
            <div className={styles.body} tabIndex={0} role="group" aria-label={t('round.read')}>
              {body}
            </div>
            {points.length === 0 ? null : (
              <section aria-label={t('round.points')}>
                <h3>{t('round.points')}</h3>
                <ol>
                  {points.map(({ no, text }) => (
                    <li key={no} value={no}>
                      {text}
                    </li>
                  ))}
                </ol>
              </section>
            )}
          </div>
        )}
      </QueryState>
    </Dialog>
  );
};
