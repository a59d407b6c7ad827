import { useLayoutEffect } from 'react';

/**
 * The name of the page. It stays until the next page gives its own, so that the document never stands without one
 * while the next is being fetched: a screen reader reads it at every change of page.
 */
export const DocumentTitle = ({ children }: { readonly children: string }) => {
  useLayoutEffect(() => {
    document.title = children;
  }, [children]);
  return null;
};
