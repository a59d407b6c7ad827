import { ActionButton, findAllowed } from '#web/shared/ui/action-button.tsx';
import { Clamped } from './clamped.tsx';
import { useMatter } from './matter-context.ts';
import styles from './points.module.css';
import { type LifeOfPoint, livesOfPoints } from './points-life.ts';
import { Nothing, Section } from './section.tsx';
import { usePress } from './use-press.ts';
import { useWords } from './use-words.ts';
import { AdoptionTag, VerdictTag } from './verdict-tag.tsx';
import { t } from './matter-texts.ts';

const Answer = ({ answer }: { readonly answer: LifeOfPoint['answers'][number] }) => {
  const words = useWords();
  return (
    <div className={styles.answer}>
      <p className={styles.answerHead}>
        <span>{answer.unitName}</span>
        {answer.round > 1 ? <small>{t('matter.round', { round: answer.round })}</small> : null}
        {answer.adoption === null ? null : (
          <AdoptionTag adoption={answer.adoption}>{words.adoption(answer.adoption)}</AdoptionTag>
        )}
        <small>{answer.issuedOn}</small>
      </p>
      <Clamped text={answer.text} lines={4} />
      {answer.verdicts.length === 0 ? (
        <p className={styles.unrated}>{t('matter.points.unrated')}</p>
      ) : (
        <ul className={styles.verdicts}>
          {answer.verdicts.map((one) => (
            <li key={one.name}>
              {one.name} <VerdictTag verdict={one.verdict}>{words.verdict(one.verdict)}</VerdictTag>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

/** The asks: each in one row with what every unit answered, adopted or not, and what the proposer says became of it. */
export const PointsSection = () => {
  const { matter } = useMatter();
  const answered = matter.replies.some((reply) => reply.state === 'issued');
  const { press } = usePress();
  const split = findAllowed(matter.allowedActions, 'splitPoints');
  return (
    <Section
      id="points"
      title={t('matter.points')}
      count={matter.points.length}
      actions={
        split === null ? undefined : (
          <ActionButton
            allowed={split}
            onPress={() => press({ on: 'matter', id: matter.id, action: 'splitPoints' })}
          >
            {t(matter.points.length === 0 ? 'matter.do.splitPoints' : 'matter.do.editPoints')}
          </ActionButton>
        )
      }
    >
      {matter.points.length === 0 ? (
        <Nothing>{t('matter.points.none')}</Nothing>
      ) : (
        <ol className={styles.points} data-answered={answered}>
          {livesOfPoints(matter).map((point) => (
            <li key={point.no}>
              <div className={styles.ask}>
                <span className={styles.no} aria-hidden="true">
                  {point.no}
                </span>
                <p>
                  <span className="visually-hidden">{t('matter.points.no', { no: point.no })}</span>
                  {point.text}
                </p>
              </div>
              {answered ? (
                <div className={styles.answers}>
                  {point.answers.length === 0 ? (
                    <p className={styles.unrated}>{t('matter.points.unanswered')}</p>
                  ) : (
                    point.answers.map((answer) => <Answer key={answer.replyId} answer={answer} />)
                  )}
                </div>
              ) : null}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
};
