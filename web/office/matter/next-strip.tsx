import { ActionButton } from '#web/shared/ui/action-button.tsx';
import { DueLight } from '#web/shared/ui/due-light.tsx';
import { WhyDate } from '#web/shared/ui/why-date.tsx';
import RightCircleFilled from '@ant-design/icons/RightCircleFilled';
import { useMatter } from './matter-context.ts';
import styles from './head.module.css';
import type { Matter } from './matter-types.ts';
import { type Offer, offersOf } from './offers.ts';
import { usePress } from './use-press.ts';
import { useWords } from './use-words.ts';
import { t, verbOf } from './matter-texts.ts';

const Step = ({ step }: { readonly step: Matter['next'][number] }) => {
  const { matter } = useMatter();
  const words = useWords();
  // What the matter as a whole owes is not repeated at each step; the step of that duty shows it.
  const owed = step.owed ?? (matter.owed?.duty === step.duty ? matter.owed : null);
  return (
    <li className={styles.step} data-mine={step.mine}>
      {step.mine ? <RightCircleFilled aria-hidden /> : <span className={styles.dot} aria-hidden="true" />}
      <span className={styles.stepWho}>
        {step.mine ? <em>{t('matter.next.mine')}</em> : null}
        {step.who}
      </span>
      <span className={styles.stepDuty}>{words.duty(step.duty)}</span>
      <span className={styles.stepDue}>
        {owed === null ? (
          t('matter.next.noDate')
        ) : (
          <>
            <WhyDate owed={owed} />
            <DueLight state={owed.state} workdaysLeft={owed.workdaysLeft} on={owed.date} />
          </>
        )}
      </span>
    </li>
  );
};

const OfferButton = ({ offer, main }: { readonly offer: Offer; readonly main: boolean }) => {
  const { press, pending } = usePress();
  const verb = verbOf(offer.action);
  return (
    <ActionButton
      allowed={offer.allowed}
      onPress={() => press(offer)}
      loading={pending}
      {...(main ? { type: 'primary' as const } : {})}
    >
      {offer.subject === null ? verb : t('matter.do.of', { verb, subject: offer.subject })}
    </ActionButton>
  );
};

/** Who must do what next and until when; what is mine stands out, with its buttons right there. */
export const NextStrip = () => {
  const { matter } = useMatter();
  const offers = offersOf(matter);
  const idle =
    matter.stage === 'closed' || matter.stage === 'withdrawn' || matter.stage === 'merged'
      ? matter.stage
      : 'nobody';
  return (
    <section
      className={styles.next}
      aria-labelledby="next-title"
      data-mine={matter.next.some((step) => step.mine)}
    >
      <h2 id="next-title">{t('matter.next')}</h2>
      {matter.next.length === 0 ? (
        <p className={styles.nothing}>{t(`matter.next.${idle}`)}</p>
      ) : (
        <ol className={styles.steps}>
          {matter.next.map((step) => (
            <Step key={`${step.who} ${step.duty}`} step={step} />
          ))}
        </ol>
      )}
      {offers.length === 0 ? null : (
        <div className={styles.buttons}>
          {offers.map((offer, index) => (
            <OfferButton
              key={`${offer.on}:${offer.id}:${offer.action}`}
              offer={offer}
              main={index === 0 && offer.awaited}
            />
          ))}
        </div>
      )}
    </section>
  );
};
