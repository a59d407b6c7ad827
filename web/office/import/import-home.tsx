import { importTemplate } from '#contract/import.ts';
import { addressOf } from '#web/shared/api.ts';
import { PageHead } from '#web/shared/ui/page-head.tsx';
import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import FormOutlined from '@ant-design/icons/FormOutlined';
import { useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { paths } from '../paths.ts';
import { useGo } from '../shell/page-link.tsx';
import { EarlierRuns } from './earlier-runs.tsx';
import styles from './import.module.css';
import { useImportPlace } from './import-place.ts';
import { t } from './import-texts.ts';
import { StartPanel } from './start-panel.tsx';

/** Where every import begins, and where earlier ones wait. */
export const ImportHome = () => {
  const { kinds, home } = useImportPlace();
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const kind = kinds.find((one) => one === search['kind']) ?? kinds[0] ?? 'catalogue';
  const go = useGo();
  const content = (
    <>
      <StartPanel
        key={kind}
        kind={kind}
        kinds={kinds}
        onKind={(next) => go(`${home}?kind=${next}`, { replace: true })}
      />
      <EarlierRuns />
    </>
  );
  if (kind !== 'catalogue') return content;
  return (
    <>
      <PageHead title={t('importPage.title.catalogue')} note={t('importPage.lead.catalogue')}>
        <Button icon={<DownloadOutlined aria-hidden />} href={addressOf(importTemplate, { kind })}>
          {t('importPage.template')}
        </Button>
        <Button icon={<DownloadOutlined aria-hidden />} href={addressOf(importTemplate, { kind: 'history' })}>
          {t('importPage.template.history')}
        </Button>
        <Button icon={<FormOutlined aria-hidden />} onClick={() => go(paths.import('new'))}>
          {t('importPage.byHand')}
        </Button>
      </PageHead>
      <div className={styles.page}>{content}</div>
    </>
  );
};
