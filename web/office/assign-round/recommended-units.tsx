import { Button } from 'antd';
import styles from './assign-round.module.css';
import { likelyText, reasonText } from './reason-text.ts';
import { t } from './round-texts.ts';
import type { RecommendedUnit } from './use-recommendations.ts';

/** Which units are recommended for a matter, and why; taking it fills in a proposal and decides nothing. */
export const RecommendedUnits = ({
  units,
  roleName,
  caseNo,
  onTake,
}: {
  /** Undefined: not known yet. */
  readonly units: readonly RecommendedUnit[] | undefined;
  readonly roleName: (code: string) => string;
  readonly caseNo: string;
  readonly onTake: () => void;
}) =>
  units === undefined ? null : units.length === 0 ? (
    <span className={styles.meta}>{t('round.noRecommendation')}</span>
  ) : (
    <div className={styles.recommended}>
      <ul>
        {units.slice(0, 3).map((unit) => (
          <li key={unit.unitId}>
            <details>
              <summary>
                {unit.name}{' '}
                {unit.role === null ? null : <span className={styles.meta}>{roleName(unit.role)}</span>}{' '}
                <span className={styles.meta}>{likelyText(unit.score)}</span>
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
      <Button size="small" aria-label={`${t('round.takeOne')} ${caseNo}`} onClick={onTake}>
        {t('round.takeOne')}
      </Button>
    </div>
  );
