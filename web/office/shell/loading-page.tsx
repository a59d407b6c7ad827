import { DocumentTitle } from '#web/shared/document-title.tsx';
import { commonMessages } from '#contract/messages/common.ts';
import { texts } from '#web/shared/language.ts';
import { LoadingState } from '#web/shared/ui/loading-state.tsx';

const t = texts(commonMessages);

/** A part of the pages is on its way: a title and a heading stand all the same. */
export const LoadingPage = () => (
  <>
    <DocumentTitle>{t('product.name')}</DocumentTitle>
    <h1 className="visually-hidden">{t('say.loading')}</h1>
    <LoadingState lines={10} />
  </>
);
