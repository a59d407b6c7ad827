import { officeMessages } from '#contract/messages/office.ts';
import { texts } from '#web/shared/language.ts';
import { PageHead } from '#web/shared/ui/page-head.tsx';

const t = texts(officeMessages);

export const ImportPages = () => <PageHead title={t('nav.import')} />;
