import { officeMessages } from '#contract/messages/office.ts';
import { texts } from '#web/shared/language.ts';
import SearchOutlined from '@ant-design/icons/SearchOutlined';
import { Input } from 'antd';
import { useState } from 'react';
import { paths } from '../paths.ts';
import { useGo } from './page-link.tsx';
import styles from './shell.module.css';

const t = texts(officeMessages);

/** Finds matters from any page: opens the ledger with the words. */
export const FindBox = () => {
  const [words, setWords] = useState('');
  const go = useGo();
  return (
    <search className={styles.find}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (words.trim() !== '') go(paths.ledger({ q: words.trim() }));
        }}
      >
        <Input
          value={words}
          onChange={(event) => setWords(event.target.value)}
          prefix={<SearchOutlined aria-hidden />}
          placeholder={t('shell.find')}
          aria-label={t('shell.findLabel')}
          maxLength={200}
          allowClear
          enterKeyHint="search"
        />
      </form>
    </search>
  );
};
