import { memberWritingMessages } from '#contract/messages/member-writing.ts';
import { texts } from '#web/shared/language.ts';
import { useId, useState } from 'react';
import { Button } from '../ui/button.tsx';
import type { UnitName } from './step-props.ts';
import styles from './write.module.css';

const t = texts(memberWritingMessages);

type UnitSearchProps = {
  readonly label: string;
  readonly units: readonly UnitName[];
  readonly chosen: readonly number[];
  readonly most: number;
  readonly onChange: (ids: number[]) => void;
};

const shown = 8;

/** Units by a part of their name; what is chosen stands above, each with its way out. */
export const UnitSearch = ({ label, units, chosen, most, onChange }: UnitSearchProps) => {
  const id = useId();
  const [words, setWords] = useState('');
  const wanted = words.trim();
  const found =
    wanted === ''
      ? []
      : units.filter((unit) => unit.name.includes(wanted) && !chosen.includes(unit.id)).slice(0, shown);
  const nameOf = (unitId: number): string => units.find((unit) => unit.id === unitId)?.name ?? String(unitId);
  return (
    <div className={styles.unitSearch}>
      <label htmlFor={id}>{label}</label>
      {chosen.length === 0 ? null : (
        <ul className={styles.chips}>
          {chosen.map((unitId) => (
            <li key={unitId}>
              <span lang="zh-CN">{nameOf(unitId)}</span>
              <Button
                look="quiet"
                aria-label={t('write.delete.of', { name: nameOf(unitId) })}
                onClick={() => onChange(chosen.filter((one) => one !== unitId))}
              >
                {t('write.delete')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {chosen.length >= most ? null : (
        <>
          <input
            id={id}
            lang="zh-CN"
            value={words}
            autoComplete="off"
            placeholder={t(units.length === 0 ? 'write.units.offline' : 'write.units.search')}
            onChange={(event) => setWords(event.target.value)}
          />
          <div role="status">
            {wanted !== '' && found.length === 0 ? (
              <p className={styles.note}>{t('write.units.none')}</p>
            ) : null}
          </div>
          <ul className={styles.found}>
            {found.map((unit) => (
              <li key={unit.id}>
                <Button
                  wide
                  lang="zh-CN"
                  onClick={() => {
                    onChange([...chosen, unit.id]);
                    setWords('');
                  }}
                >
                  ＋ {unit.name}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
};
