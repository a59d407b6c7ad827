import { assignRoundMatters, takeFromRound } from '#contract/assign-round.ts';
import { askPages } from '#web/shared/ask.ts';
import type { Selection } from '#web/shared/ui/data-table.tsx';
import { EmptyState } from '#web/shared/ui/empty-state.tsx';
import { LoadMore } from '#web/shared/ui/load-more.tsx';
import { Panel } from '#web/shared/ui/panel.tsx';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { BulkOutcome, type Outcome } from '../matter/bulk-outcome.tsx';
import type { Reference } from '../matter/matter-types.ts';
import { wordsOf } from '../matter/use-words.ts';
import styles from './assign-round.module.css';
import { dutiesOfRow, recommendedPlan, roleOnDrop, unanswered, withUnit } from './plan-of-row.ts';
import {
  AnswerDialog,
  AssignDialog,
  AssignToDialog,
  KeepDialog,
  ReadDialog,
  usePropose,
} from './round-dialogs.tsx';
import type { RoundFilters } from './round-filters.tsx';
import { RoundTable } from './round-table.tsx';
import { recommendationMeaning } from './reason-text.ts';
import { t } from './round-texts.ts';
import { mayDo, type Proposal, type Round, type RoundRow } from './round-types.ts';
import { UnitRail } from './unit-rail.tsx';
import { useRecommendations } from './use-recommendations.ts';

type Doing =
  | { readonly what: 'read'; readonly row: RoundRow }
  | { readonly what: 'assignTo'; readonly rows: readonly RoundRow[]; readonly unitId: number | null }
  | { readonly what: 'assign'; readonly rows: readonly RoundRow[] }
  | { readonly what: 'keep'; readonly proposal: Proposal }
  | {
      readonly what: 'answer';
      /** Null: several at once. */
      readonly row: RoundRow | null;
      readonly proposals: readonly Proposal[];
      readonly how: 'accept' | 'object';
    };

type DoneWord = 'round.proposed' | 'round.cleared' | 'round.takenOut' | 'round.answer.done';

type DeskProps = {
  readonly round: Round;
  readonly reference: Reference;
  readonly filters: RoundFilters;
  readonly office: boolean;
};

/** What was said of many at once: how many were done, and what was refused and why. */
const useOutcome = (onSettled: () => void) => {
  const { message } = App.useApp();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const settle = (word: DoneWord) => (given: Outcome) => {
    onSettled();
    if (given.refused.length === 0) void message.success(t(word, { count: given.done }));
    else setOutcome(given);
  };
  const dialog =
    outcome === null ? null : (
      <BulkOutcome
        title={t('round.outcome')}
        sum={t('round.outcome.done', { done: outcome.done, refused: outcome.refused.length })}
        refused={outcome.refused}
        onClose={() => setOutcome(null)}
      />
    );
  /** Where what was done is always told in full. */
  const show = (given: Outcome): void => {
    onSettled();
    setOutcome(given);
  };
  return { settle, show, dialog };
};

type BarProps = {
  readonly round: Round;
  readonly chosen: readonly RoundRow[];
  readonly hasRecommendation: boolean;
  readonly onAssignTo: () => void;
  readonly onTake: () => void;
  readonly onClear: () => void;
  readonly onTakeOut: () => void;
  readonly onAssign: () => void;
};

/** What can be done with the chosen rows: the same as by dragging, and more. */
const OfficeBar = ({ round, chosen, hasRecommendation, ...on }: BarProps) => {
  const none = chosen.length === 0;
  return (
    <div className={styles.buttons} role="group" aria-label={t('round.selected', { count: chosen.length })}>
      {mayDo(round, 'propose') ? (
        <>
          <Button disabled={none} onClick={on.onAssignTo}>
            {t('round.assignTo')}
          </Button>
          <Button disabled={none || !hasRecommendation} title={t('round.takeAll.help')} onClick={on.onTake}>
            {t('round.takeAll')}
          </Button>
          <Button disabled={none} onClick={on.onClear}>
            {t('round.clear')}
          </Button>
          <Button disabled={none} onClick={on.onTakeOut}>
            {t('round.takeOut')}
          </Button>
        </>
      ) : null}
      {mayDo(round, 'assignFromRound') ? (
        <Button type="primary" disabled={none} onClick={on.onAssign}>
          {t('round.assign', { count: chosen.length })}
        </Button>
      ) : null}
    </div>
  );
};

const Dialogs = ({
  doing,
  round,
  reference,
  roleName,
  settle,
  onClose,
}: Omit<DeskProps, 'filters' | 'office'> & {
  readonly doing: Doing | null;
  readonly roleName: (code: string) => string;
  readonly settle: ReturnType<typeof useOutcome>;
  readonly onClose: () => void;
}) => {
  const shared = { round, reference, roleName, onClose };
  const done = (word: DoneWord) => (outcome: Outcome) => {
    onClose();
    settle.settle(word)(outcome);
  };
  switch (doing?.what) {
    case 'read':
      return <ReadDialog round={round} row={doing.row} onClose={onClose} />;
    case 'assignTo':
      return (
        <AssignToDialog {...shared} rows={doing.rows} unitId={doing.unitId} onDone={done('round.proposed')} />
      );
    case 'assign':
      return (
        <AssignDialog
          round={round}
          rows={doing.rows}
          onClose={onClose}
          onDone={(outcome) => {
            onClose();
            settle.show(outcome);
          }}
        />
      );
    case 'keep':
      return <KeepDialog round={round} proposal={doing.proposal} onClose={onClose} />;
    case 'answer':
      return (
        <AnswerDialog
          {...shared}
          row={doing.row}
          proposals={doing.proposals}
          how={doing.how}
          onDone={done('round.answer.done')}
        />
      );
    default:
      return null;
  }
};

/** An office chooses what is not assigned, a unit what waits for its answer. */
const selectionOf = (
  office: boolean,
  selected: ReadonlySet<string | number>,
  onChange: (next: ReadonlySet<string | number>) => void,
): Selection<RoundRow> => ({
  selected,
  onChange,
  nameOf: ({ caseNo }) => caseNo,
  mayChoose: (row) => (office ? row.assignedAt === null : unanswered([row]).length > 0),
});

/** The table of a round with what may be done to it: the office proposes and assigns, a unit answers. */
export const RoundDesk = ({ round, reference, filters, office }: DeskProps) => {
  const query = useInfiniteQuery(
    askPages(assignRoundMatters, { params: { roundId: round.id }, query: filters }),
  );
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const [selected, setSelected] = useState<ReadonlySet<string | number>>(new Set());
  const [doing, start] = useState<Doing | null>(null);
  const roleName = wordsOf(reference).role;
  const outcome = useOutcome(() => setSelected(new Set()));
  const propose = usePropose(round, outcome.settle('round.proposed'));
  const clear = usePropose(round, outcome.settle('round.cleared'));
  const takeOut = useCommand(takeFromRound, { onDone: outcome.settle('round.takenOut') });
  const { send } = propose;
  const proposing = office && mayDo(round, 'propose');
  const recommended = useRecommendations(
    rows.filter(({ assignedAt }) => assignedAt === null).map(({ matterId }) => matterId),
    proposing,
  );
  const chosen = rows.filter((row) => selected.has(row.matterId) && row.assignedAt === null);
  const recommendedOf = (row: RoundRow) => recommendedPlan(recommended.get(row.matterId) ?? []);
  const withPlan = chosen.filter((row) => recommendedOf(row).length > 0);
  const open = unanswered(chosen);
  const asked = rows.some(({ proposals }) => proposals.some(({ mayAnswer }) => mayAnswer));
  const table = (
    <Panel flush title={t('round.table')}>
      {proposing ? <p className={styles.means}>{recommendationMeaning()}</p> : null}
      <RoundTable
        rows={rows}
        state={round.state}
        roleName={roleName}
        recommended={recommended}
        {...(office || asked ? { selection: selectionOf(office, selected, setSelected) } : {})}
        onRead={(row) => start({ what: 'read', row })}
        onAnswer={(row, proposal, how) => start({ what: 'answer', row, proposals: [proposal], how })}
        {...(mayDo(round, 'keepProposal') ? { onKeep: (proposal) => start({ what: 'keep', proposal }) } : {})}
        {...(proposing
          ? {
              onPropose: (row: RoundRow, unitId: number) => start({ what: 'assignTo', rows: [row], unitId }),
              onTake: (row: RoundRow) => void send([row], recommendedOf),
              onDrag: (row: RoundRow) =>
                selected.has(row.matterId) ? undefined : setSelected(new Set([row.matterId])),
            }
          : {})}
        foot={<LoadMore query={query} shown={rows.length} total={query.data?.pages[0]?.total ?? 0} />}
      />
    </Panel>
  );
  return (
    <div className={styles.stack}>
      {office ? (
        <OfficeBar
          round={round}
          chosen={chosen}
          hasRecommendation={withPlan.length > 0}
          onAssignTo={() => start({ what: 'assignTo', rows: chosen, unitId: null })}
          onTake={() => void send(withPlan, recommendedOf)}
          onClear={() => void clear.send(chosen, () => [])}
          onTakeOut={() =>
            void takeOut.run({
              params: { roundId: round.id },
              body: { matterIds: chosen.map(({ matterId }) => matterId) },
            })
          }
          onAssign={() => start({ what: 'assign', rows: chosen })}
        />
      ) : asked ? (
        <div className={styles.buttons}>
          <Button
            type="primary"
            disabled={open.length === 0}
            onClick={() => start({ what: 'answer', row: null, proposals: open, how: 'accept' })}
          >
            {t('round.answer.acceptMany', { count: open.length })}
          </Button>
        </div>
      ) : null}
      <ProblemAlert problem={propose.problem ?? clear.problem ?? takeOut.problem} />
      <QueryState query={query} lines={10}>
        {() =>
          rows.length === 0 ? (
            <EmptyState title={t('round.none')} detail={t('round.none.detail')} />
          ) : proposing ? (
            <div className={styles.desk}>
              {table}
              <UnitRail
                units={reference.units}
                counts={round.units}
                chosen={chosen.length}
                onDrop={(unitId) =>
                  void send(chosen, (row) => {
                    const plan = dutiesOfRow(row);
                    return withUnit(plan, unitId, roleOnDrop(plan));
                  })
                }
              />
            </div>
          ) : (
            table
          )
        }
      </QueryState>
      {outcome.dialog}
      <Dialogs
        doing={doing}
        round={round}
        reference={reference}
        roleName={roleName}
        settle={outcome}
        onClose={() => start(null)}
      />
    </div>
  );
};
