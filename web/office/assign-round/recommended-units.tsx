import { Button } from 'antd';
import styles from './assign-round.module.css';
import { t } from './round-texts.ts';
import type { Reason, RecommendedUnit } from './use-recommendations.ts';

const reasonText = (reason: Reason): string => {
  switch (reason.kind) {
    case 'similar':
      return t('round.reason.similar', {
        caseNo: reason.caseNo,
        title: reason.title,
        unit: reason.unitName,
      });
    case 'duty':
      return t('round.reason.duty', { words: [reason.function, ...reason.words].join('、') });
    case 'words':
      return t('round.reason.words', { words: reason.words.join('、') });
    default:
      return reason satisfies never;
  }
};

/** Which units are recommended for a matter, and why; taking it fills in a proposal and decides nothing. */
export const RecommendedUnits = ({
  units,
  roleName,
  caseNo,
  onTake,
}: {
  readonly units: readonly RecommendedUnit[] | undefined;
  readonly roleName: (code: string) => string;
  readonly caseNo: string;
  readonly onTake?: () => void;
}) =>
  units === undefined || units.length === 0 ? (
    <span className={styles.meta}>{t('round.noRecommendation')}</span>
  ) : (
    <div className={styles.recommended}>
      <ul>
        {units.slice(0, 3).map((unit) => (
          <li key={unit.unitId}>
            <details>
              <summary>
                {unit.unitName} <span className={styles.meta}>{roleName(unit.role)}</span>{' '}
                <span className={styles.meta}>{Math.round(unit.score * 100)}%</span>
              </summary>
              <ul className={styles.meta}>
                {unit.reasons.map((reason) => (
                  <li key={reasonText(reason)}>{reasonText(reason)}</li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
      {onTake === undefined ? null : (
        <Button size="small" aria-label={`${t('round.takeOne')} ${caseNo}`} onClick={onTake}>
          {t('round.takeOne')}
        </Button>
      )}
    </div>
  );
