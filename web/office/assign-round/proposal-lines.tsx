import { RoleTag } from '#web/shared/ui/role-tag.tsx';
import { Button } from 'antd';
import styles from './assign-round.module.css';
import { t } from './round-texts.ts';
import type { Proposal, RoundRow } from './round-types.ts';

type Says = { readonly tone: 'silent' | 'yes' | 'no'; readonly text: string };

const saysOf = (one: Proposal, asked: boolean, roleName: (code: string) => string): Says => {
  if (one.answer === null)
    return { tone: 'silent', text: t(asked ? 'round.said.silent' : 'round.said.unasked') };
  if (one.answer === 'objected') return { tone: 'no', text: t('round.said.objected') };
  return one.answerRole !== null && one.answerRole !== one.role
    ? { tone: 'no', text: t('round.said.acceptedAs', { role: roleName(one.answerRole) }) }
    : { tone: 'yes', text: t('round.said.accepted') };
};

const marks = { silent: '○', yes: '✓', no: '✕' } as const;

type LinesProps = {
  readonly row: RoundRow;
  readonly roleName: (code: string) => string;
  /** False: the round is being prepared, and no unit sees it. */
  readonly asked: boolean;
  /** Asked, no part of it yet: a unit sees what it may answer, an office what it may decide. */
  readonly onAnswer?: (proposal: Proposal, how: 'accept' | 'object') => void;
  readonly onKeep?: (proposal: Proposal) => void;
  readonly onPropose?: (unitId: number) => void;
};

const Details = ({ one }: { readonly one: Proposal }) => {
  const facts = [
    one.section === null ? '' : t('round.said.section', { section: one.section.name }),
    one.reason ?? '',
    one.namedUnit === null ? '' : t('round.said.names', { unit: one.namedUnit.name }),
    one.kept === null ? '' : t('round.kept', { reason: one.kept.reason }),
  ].filter((text) => text !== '');
  return facts.length === 0 ? null : <div className={styles.meta}>{facts.join(' · ')}</div>;
};

/** The units of one matter: what they are proposed for, what they say, and what can be done about it. */
export const ProposalLines = ({ row, roleName, asked, onAnswer, onKeep, onPropose }: LinesProps) => (
  <ul className={styles.lines}>
    {row.proposals.length === 0 ? <li className={styles.meta}>—</li> : null}
    {row.proposals.map((one) => {
      const says = saysOf(one, asked, roleName);
      const disputed = one.kind === 'proposed' && says.tone === 'no' && one.kept === null;
      const subject = `${row.caseNo} ${one.unit.name}`;
      return (
        <li key={one.id} data-kind={one.kind}>
          <span className={styles.unit}>
            {one.kind === 'named' ? (
              <span className={styles.meta}>{t('round.named')}</span>
            ) : (
              <RoleTag role={one.role} name={roleName(one.role)} />
            )}
            <span>{one.unit.name}</span>
            <span className={styles.says} data-tone={says.tone}>
              <span aria-hidden="true">{marks[says.tone]}</span> {says.text}
            </span>
          </span>
          <Details one={one} />
          {one.kind === 'named' && one.mayAnswer ? (
            <div className={styles.meta}>{t('round.named.what')}</div>
          ) : null}
          {onAnswer !== undefined && one.mayAnswer ? (
            <span className={styles.buttons}>
              <Button
                size="small"
                type={one.answer === null ? 'primary' : 'default'}
                aria-label={`${t('round.answer.accept')} ${subject}`}
                onClick={() => onAnswer(one, 'accept')}
              >
                {t('round.answer.accept')}
              </Button>
              <Button
                size="small"
                aria-label={`${t('round.answer.object')} ${subject}`}
                onClick={() => onAnswer(one, 'object')}
              >
                {t('round.answer.object')}
              </Button>
            </span>
          ) : null}
          {onKeep !== undefined && disputed ? (
            <Button size="small" aria-label={`${t('round.keep')} ${subject}`} onClick={() => onKeep(one)}>
              {t('round.keep')}
            </Button>
          ) : null}
          {onPropose !== undefined && one.kind === 'named' ? (
            <Button
              size="small"
              aria-label={`${t('round.heard.take', { unit: one.unit.name })} ${row.caseNo}`}
              onClick={() => onPropose(one.unit.id)}
            >
              {t('round.heard.take', { unit: one.unit.name })}
            </Button>
          ) : null}
        </li>
      );
    })}
    {row.flaw === null ? null : <li className={styles.flaw}>{row.flaw}</li>}
  </ul>
);
