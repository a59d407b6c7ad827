import { commonMessages } from '#contract/messages/common.ts';
import { memberWritingMessages } from '#contract/messages/member-writing.ts';
import { fileSize } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { Button } from '../ui/button.tsx';
import type { WritingForm } from './step-props.ts';
import { Pick, UploadList } from './upload-list.tsx';
import { useUploads } from './use-uploads.ts';
import type { Collective } from './writing.ts';
import { useLatest } from './use-latest.ts';
import styles from './write.module.css';

const c = texts(commonMessages);
const t = texts(memberWritingMessages);

type CollectiveFieldsProps = {
  readonly collective: Collective;
  readonly types: WritingForm['proposerTypes'];
  readonly confirmedBy: WritingForm['collectiveConfirmedBy'];
  readonly onChange: (collective: Collective) => void;
};

const Seal = ({ collective, onChange }: Omit<CollectiveFieldsProps, 'types' | 'confirmedBy'>) => {
  const latest = useLatest(collective);
  const uploads = useUploads((seal) => onChange({ ...latest.current, seal }));
  const { seal } = collective;
  return (
    <>
      {seal === null ? (
        <div className={styles.adds}>
          <Pick label={t('write.seal.photo')} accept="image/*" camera onPick={uploads.add} />
          <Pick label={t('write.seal.file')} accept="image/*,application/pdf" onPick={uploads.add} />
        </div>
      ) : (
        <ul className={styles.chips}>
          <li>
            <span>
              {seal.name} <small>{fileSize(seal.size)}</small>
            </span>
            <Button
              look="quiet"
              aria-label={t('write.delete.of', { name: seal.name })}
              onClick={() => onChange({ ...collective, seal: null })}
            >
              {t('write.delete')}
            </Button>
          </li>
        </ul>
      )}
      <UploadList uploads={uploads} />
    </>
  );
};

/** 以集体名义: a party, a sector, a committee or a delegation, with its seal or its convenor. */
export const CollectiveFields = ({ collective, types, confirmedBy, onChange }: CollectiveFieldsProps) => {
  const alone = collective.proposerType === 'individual';
  return (
    <fieldset className={styles.group}>
      <legend>{t('write.body')}</legend>
      {types.map((type) => (
        <label key={type} className={styles.tick}>
          <input
            type="radio"
            name="proposerType"
            checked={collective.proposerType === type}
            onChange={() => onChange({ ...collective, proposerType: type })}
          />
          {c(`proposerType.${type}`)}
        </label>
      ))}
      {alone ? null : (
        <>
          <label className={styles.line}>
            {t('write.body.name')}
            <input
              lang="zh-CN"
              maxLength={100}
              value={collective.bodyName}
              onChange={({ target }) => onChange({ ...collective, bodyName: target.value })}
            />
          </label>
          <p className={styles.note}>{t(`write.body.${confirmedBy}`)}</p>
          {confirmedBy === 'convenor' ? null : <Seal collective={collective} onChange={onChange} />}
        </>
      )}
    </fieldset>
  );
};
