import type { Endpoint } from '#contract/endpoint.ts';
import { figureExportMessages } from '#contract/messages/figure-export.ts';
import { addressOf } from '#web/shared/api.ts';
import { texts } from '#web/shared/language.ts';
import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import { Button } from 'antd';

const t = texts(figureExportMessages);

type ExportProps = {
  readonly endpoint: Endpoint;
  readonly query: Readonly<Record<string, unknown>>;
};

/** What stands on the page, as a workbook with the rows behind it. */
export const ExportButton = ({ endpoint, query }: ExportProps) => (
  <Button className="no-print" icon={<DownloadOutlined aria-hidden />} href={addressOf(endpoint, {}, query)}>
    {t('figureExport.do')}
  </Button>
);
