import { countCharacters, plainText } from '#contract/submission-words.ts';
import { memberWritingMessages } from '#contract/messages/member-writing.ts';
import { fileSize } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { useState } from 'react';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { ReadText } from './read-text.tsx';
import { Sheet } from './sheet.tsx';
import { largestFile, sendWord, type WordText } from './upload.ts';
import { Pick } from './upload-list.tsx';
import type { Text, Writing } from './writing.ts';
import styles from './write.module.css';

const t = texts(memberWritingMessages);

const accept = '.docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document';

type WordImportProps = { readonly writing: Writing; readonly change: (writing: Writing) => void };

const isBlank = ({ title, facts, analysis, asks }: Text): boolean =>
  title === '' && plainText(facts) === '' && plainText(analysis) === '' && asks.every((ask) => ask === '');

type PreviewProps = {
  readonly found: WordText;
  readonly replaces: boolean;
  readonly onTake: () => void;
  readonly onLeave: () => void;
};

/** What was recognised, what was left out, and only then: take it over or not. */
const Preview = ({ found, replaces, onTake, onLeave }: PreviewProps) => (
  <Sheet title={t('write.word.preview')} onClose={onLeave}>
    <ul className={styles.facts}>
      <li>
        {t('write.word.found.body', {
          count: countCharacters(plainText(found.facts) + plainText(found.analysis)),
        })}
      </li>
      <li>{t('write.word.found.asks', { count: found.asks.length })}</li>
      {found.pictures.length === 0 ? null : (
        <li>{t('write.word.found.pictures', { count: found.pictures.length })}</li>
      )}
    </ul>
    <h3>{t('write.word.left')}</h3>
    {found.left.length === 0 ? (
      <p>{t('write.word.left.none')}</p>
    ) : (
      <ul className={styles.facts}>
        {found.left.map(({ code, detail }) => (
          <li key={code}>{detail}</li>
        ))}
      </ul>
    )}
    <ReadText text={found} />
    {replaces ? <p className={styles.warning}>{t('write.word.replaces')}</p> : null}
    <div className={styles.sheetFoot}>
      <Button onClick={onLeave}>{t('write.word.no')}</Button>
      <Button look="main" onClick={onTake}>
        {t('write.word.yes')}
      </Button>
    </div>
  </Sheet>
);

/** From Word: chosen, read by the server, looked at, taken over or not. */
export const WordImport = ({ writing, change }: WordImportProps) => {
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState('');
  const [found, setFound] = useState<WordText | null>(null);
  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setProblem('');
    if (file.size > largestFile)
      return setProblem(
        t('write.files.tooLarge', { size: fileSize(file.size), most: fileSize(largestFile) }),
      );
    setShare(0);
    const sent = await sendWord(file, setShare);
    setShare(null);
    if (sent.ok) setFound(sent.value);
    else setProblem(sent.detail);
  };
  return (
    <div className={styles.word}>
      {share === null ? (
        <Pick label={t('write.word')} accept={accept} onPick={([file]) => void read(file)} />
      ) : (
        <label>
          {t('write.word.reading')} <progress value={share} max={1} />
        </label>
      )}
      <p className={styles.note}>{t('write.word.help')}</p>
      <p role="alert" className={styles.bad}>
        {problem}
      </p>
      {found === null ? null : (
        <Preview
          found={found}
          replaces={!isBlank(writing.text)}
          onLeave={() => setFound(null)}
          onTake={() => {
            const { title, facts, analysis, asks } = found;
            change({ ...writing, text: { title, facts, analysis, asks } });
            setFound(null);
            announce(t('write.word.taken'));
          }}
        />
      )}
    </div>
  );
};
