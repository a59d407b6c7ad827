import { addToRound, endAssignRound, meetingList, openAssignRound } from '#contract/assign-round.ts';
import { addressOf } from '#web/shared/api.ts';
import { moment } from '#web/shared/format.ts';
import { ConfirmDialog } from '../setup/confirm-dialog.tsx';
import { Menu } from '#web/shared/ui/menu.tsx';
import { PageHead } from '#web/shared/ui/page-head.tsx';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import { App, Button } from 'antd';
import { useState } from 'react';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import { ChangeRound } from './round-form.tsx';
import { t } from './round-texts.ts';
import { mayDo, type Round } from './round-types.ts';

const papers = [
  { by: 'unit', format: 'pdf' },
  { by: 'unit', format: 'docx' },
  { by: 'matter', format: 'pdf' },
  { by: 'matter', format: 'docx' },
  { by: 'unit', format: 'xlsx' },
] as const;

const MeetingMenu = ({ round }: { readonly round: Round }) => (
  <Menu
    name={t('round.meeting')}
    entries={papers.map(({ by, format }) => ({
      key: `${by}${format}`,
      label: `${t(by === 'unit' ? 'round.meeting.byUnit' : 'round.meeting.byMatter')} · ${format.toUpperCase()}`,
      href: addressOf(meetingList, { roundId: round.id }, { by, format }),
      opens: 'file',
    }))}
  >
    {(opener) => (
      <Button {...opener} icon={<DownloadOutlined aria-hidden />}>
        {t('round.meeting')}
      </Button>
    )}
  </Menu>
);

type Asking = 'open' | 'end' | 'change' | null;

/** What the round is, when it closes, and the steps that are the reader's. */
export const RoundHeadLine = ({ round, office }: { readonly round: Round; readonly office: boolean }) => {
  const { message } = App.useApp();
  const [asking, setAsking] = useState<Asking>(null);
  const done = { onDone: () => setAsking(null) };
  const open = useCommand(openAssignRound, done);
  const end = useCommand(endAssignRound, done);
  const add = useCommand(addToRound, {
    onDone: (outcome) => void message.success(t('round.added', { count: outcome.done })),
  });
  const at = { params: { roundId: round.id }, version: round.version, body: {} };
  const left = round.counts.matters - round.counts.assigned;
  return (
    <>
      <PageHead
        title={round.name}
        crumb={<PageLink href={paths.assignRounds()}>{t('round.back')}</PageLink>}
        note={
          <>
            {round.organ.name} · {t(`round.state.${round.state}`)} · {t('round.closesAt')}{' '}
            {moment(round.closesAt)}
            {round.note === '' ? null : (
              <>
                <br />
                {round.note}
              </>
            )}
          </>
        }
      >
        {office ? <MeetingMenu round={round} /> : null}
        {mayDo(round, 'changeRound') || round.state === 'over' ? (
          office ? (
            <Button onClick={() => setAsking('change')}>{t('round.edit')}</Button>
          ) : null
        ) : null}
        {mayDo(round, 'propose') ? (
          <Button
            loading={add.pending}
            onClick={() => void add.run({ params: { roundId: round.id }, body: { matterIds: null } })}
          >
            {t('round.addAll')}
          </Button>
        ) : null}
        {mayDo(round, 'endRound') ? (
          <Button onClick={() => setAsking('end')}>{t('round.do.endRound')}</Button>
        ) : null}
        {mayDo(round, 'openRound') ? (
          <Button type="primary" onClick={() => setAsking('open')}>
            {t('round.do.openRound')}
          </Button>
        ) : null}
      </PageHead>
      <ProblemAlert problem={add.problem} />
      {asking === 'change' ? <ChangeRound round={round} onClose={() => setAsking(null)} /> : null}
      {asking === 'open' ? (
        <ConfirmDialog
          title={t('round.do.openRound')}
          confirm={t('round.do.openRound')}
          pending={open.pending}
          problem={open.problem}
          onConfirm={() => void open.run(at)}
          onClose={() => setAsking(null)}
        >
          <p>{t('round.openRound.confirm', { closesAt: moment(round.closesAt) })}</p>
        </ConfirmDialog>
      ) : null}
      {asking === 'end' ? (
        <ConfirmDialog
          title={t('round.do.endRound')}
          confirm={t('round.do.endRound')}
          danger
          pending={end.pending}
          problem={end.problem}
          onConfirm={() => void end.run(at)}
          onClose={() => setAsking(null)}
        >
          <p>{t('round.endRound.confirm', { count: left })}</p>
        </ConfirmDialog>
      ) : null}
    </>
  );
};
