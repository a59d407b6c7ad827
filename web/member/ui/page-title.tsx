import { DocumentTitle } from '#web/shared/document-title.tsx';
import { commonMessages } from '#contract/messages/common.ts';
import { texts } from '#web/shared/language.ts';
import { type ReactNode, useEffect, useRef } from 'react';
import { hasMoved } from '../navigate.ts';

const c = texts(commonMessages);

type PageTitleProps = {
  readonly children: ReactNode;
  /** The tab's title. */
  readonly tab: string;
  readonly lang?: string;
};

/** The one `h1` of a page. After a change of page the focus comes here, so that a screen reader says where one is. */
export const PageTitle = ({ children, tab, lang }: PageTitleProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (hasMoved()) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      <DocumentTitle>{`${tab} · ${c('product.name')}`}</DocumentTitle>
      <h1 ref={heading} tabIndex={-1} lang={lang}>
        {children}
      </h1>
    </>
  );
};
