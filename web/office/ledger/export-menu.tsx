import { seeMessages } from '#contract/messages/see.ts';
import { exportLedger } from '#contract/see.ts';
import { addressOf } from '#web/shared/api.ts';
import { count } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { Menu } from '#web/shared/ui/menu.tsx';
import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import { Button } from 'antd';
import type { LedgerFilters } from './ledger-view.ts';

const t = texts(seeMessages);

type ExportMenuProps = { readonly filters: LedgerFilters; readonly total: number };

/** What is filtered, as a file that can be imported again. */
export const ExportMenu = ({ filters, total }: ExportMenuProps) => {
  const what = t(filters.per === 'duty' ? 'ledger.export.matters' : 'ledger.export.what', {
    count: count(total),
  });
  return (
    <Menu
      name={t('ledger.export')}
      note={`${what}\n${t('ledger.export.note')}`}
      entries={(['xlsx', 'csv'] as const).map((format) => ({
        key: format,
        label: t(`ledger.export.${format}`),
        href: addressOf(exportLedger, {}, { ...filters, format }),
        opens: 'file',
      }))}
    >
      {(opener) => (
        <Button {...opener} icon={<DownloadOutlined aria-hidden />}>
          {t('ledger.export')}
        </Button>
      )}
    </Menu>
  );
};
