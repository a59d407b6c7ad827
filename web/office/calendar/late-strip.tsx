import { dueCalendarMessages } from '#contract/messages/due-calendar.ts';
import type { MessageTable } from '#contract/messages/message.ts';
import { seeMessages } from '#contract/messages/see.ts';
import { count } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { DueShape } from '#web/shared/ui/due-light.tsx';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import styles from './calendar.module.css';
import type { CalendarData } from './calendar-words.ts';

const t = texts(dueCalendarMessages);
const s = texts(seeMessages);
const own = texts(dueCalendarMessages as MessageTable);

/** 现已逾期 · 本周内到期 · 下周底前: each opens the ledger with just these rows. */
export const LateStrip = ({ figures }: { readonly figures: CalendarData['late'] }) => (
  <section aria-label={t('dueCalendar.late')}>
    <ul className={styles.strip}>
      {figures
        // Whoever assigns nothing has nothing late to be assigned.
        .filter(({ key, count: n }) => key !== 'lateToAssign' || n > 0)
        .map(({ key, label, count: n, unit, opens }) => (
          <li key={key}>
            <PageLink
              href={paths.ledger(opens)}
              className={styles.late}
              data-late={n > 0 && key !== 'thisWeek'}
            >
              <span className={styles.lateLabel}>
                {key === 'lateNow' || key === 'lateToAssign' ? <DueShape state="overdue" /> : null}
                {own(label)}
              </span>
              <span className={styles.lateCount}>
                {count(n)} <small>{s(`overview.unitOf.${unit}`)}</small>
              </span>
              <span className="visually-hidden"> {t('dueCalendar.open')}</span>
            </PageLink>
          </li>
        ))}
    </ul>
  </section>
);
