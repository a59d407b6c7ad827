import { assignmentSheet } from '#contract/matter.ts';
import { addressOf } from '#web/shared/api.ts';
import { ActionButton, findAllowed } from '#web/shared/ui/action-button.tsx';
import { DueLight } from '#web/shared/ui/due-light.tsx';
import { KindTag } from '#web/shared/ui/kind-tag.tsx';
import { Menu } from '#web/shared/ui/menu.tsx';
import { StageTag } from '#web/shared/ui/stage-tag.tsx';
import { WhyDate } from '#web/shared/ui/why-date.tsx';
import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import { useState } from 'react';
import { Button } from 'antd';
import { useMatter } from './matter-context.ts';
import styles from './head.module.css';
import { usePress } from './use-press.ts';
import { useWords } from './use-words.ts';
import { t } from './matter-texts.ts';

const fewProposers = 4;

const Proposers = () => {
  const { matter } = useMatter();
  const [all, setAll] = useState(false);
  const shown = all ? matter.proposers : matter.proposers.slice(0, fewProposers);
  return (
    <div className={styles.proposers}>
      <span className={styles.by}>{t(`matter.proposers.${matter.kind}`)}</span>
      <ul>
        {shown.map((person) => (
          <li key={person.id}>
            <strong>{person.name}</strong>
            {person.lead && matter.proposers.length > 1 ? <small>{t('matter.proposers.lead')}</small> : null}
            {person.group === '' ? null : <span>{person.group}</span>}
            {person.phone === null ? null : <a href={`tel:${person.phone}`}>{person.phone}</a>}
          </li>
        ))}
      </ul>
      {matter.proposers.length > fewProposers ? (
        <Button type="link" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('matter.proposers.fewer') : t('matter.proposers.all', { count: matter.proposers.length })}
        </Button>
      ) : null}
    </div>
  );
};

/** When something is due and to whom it is owed, with the reckoning one press away. */
const Due = () => {
  const { matter } = useMatter();
  const words = useWords();
  if (matter.owed === null) return null;
  const { owed } = matter;
  return (
    <div className={styles.due} data-state={owed.state}>
      <span className={styles.dueWhat}>{t('matter.due.what', { duty: words.duty(owed.duty) })}</span>
      <span className={styles.dueDate}>
        <WhyDate owed={owed} />
      </span>
      <DueLight state={owed.state} workdaysLeft={owed.workdaysLeft} on={owed.date} />
    </div>
  );
};

/** 交办单: to print, or to go on with in a word processor. */
const SheetMenu = ({ matterId }: { readonly matterId: number }) => (
  <Menu
    name={t('matter.do.sheet')}
    entries={(['pdf', 'docx'] as const).map((format) => ({
      key: format,
      label: t(`matter.do.sheet.${format}`),
      href: addressOf(assignmentSheet, { matterId }, { format }),
      opens: 'tab',
    }))}
  >
    {(opener) => (
      <Button {...opener} icon={<DownloadOutlined aria-hidden />}>
        {t('matter.do.sheet')}
      </Button>
    )}
  </Menu>
);

const moreActions = ['amend', 'withdraw'] as const;

/** What the matter is, from whom, how far it has come, and until when. */
export const MatterHeader = () => {
  const { matter } = useMatter();
  const { press } = usePress();
  const offered = moreActions.flatMap((action) => findAllowed(matter.allowedActions, action) ?? []);
  return (
    <header className={styles.head}>
      <div className={styles.headText}>
        <p className={styles.number}>
          <KindTag kind={matter.kind} />
          <b>{matter.caseNo}</b>
          <span>{matter.session.name}</span>
          <span>{t(matter.inSession ? 'matter.inSession' : 'matter.offSession')}</span>
          <StageTag stage={matter.stage} />
        </p>
        <h1>{matter.title}</h1>
        <Proposers />
      </div>
      <div className={styles.headSide}>
        <Due />
        <div className={styles.buttons}>
          {matter.assignments.length === 0 ? null : <SheetMenu matterId={matter.id} />}
          {offered.map((allowed) => (
            <ActionButton
              key={allowed.action}
              allowed={allowed}
              onPress={() => press({ on: 'matter', id: matter.id, action: allowed.action })}
            >
              {t(allowed.action === 'amend' ? 'matter.do.amend' : 'matter.do.withdraw')}
            </ActionButton>
          ))}
        </div>
      </div>
    </header>
  );
};
