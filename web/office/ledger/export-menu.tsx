import { seeMessages } from '#contract/messages/see.ts';
import { exportLedger } from '#contract/see.ts';
import { addressOf } from '#web/shared/api.ts';
import { count } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import { Button, Dropdown } from 'antd';
import type { LedgerFilters } from './ledger-view.ts';

const t = texts(seeMessages);

type ExportMenuProps = { readonly filters: LedgerFilters; readonly total: number };

/** What is filtered, as a file that can be imported again. */
export const ExportMenu = ({ filters, total }: ExportMenuProps) => {
  const link = (format: 'xlsx' | 'csv') => (
    <a href={addressOf(exportLedger, {}, { ...filters, format })} download>
      {t(`ledger.export.${format}`)}
    </a>
  );
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          {
            key: 'what',
            type: 'group',
            label: (
              <>
                {t(filters.per === 'duty' ? 'ledger.export.matters' : 'ledger.export.what', {
                  count: count(total),
                })}
                <br />
                {t('ledger.export.note')}
              </>
            ),
            children: [
              { key: 'xlsx', label: link('xlsx') },
              { key: 'csv', label: link('csv') },
            ],
          },
        ],
      }}
    >
      <Button icon={<DownloadOutlined aria-hidden />} aria-haspopup="menu">
        {t('ledger.export')}
      </Button>
    </Dropdown>
  );
};
