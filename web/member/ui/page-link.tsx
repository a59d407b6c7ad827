import { type AnchorHTMLAttributes, type MouseEvent, useEffect } from 'react';
import { go } from '../navigate.ts';

const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

type PageLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  readonly href: string;
  /** Takes the place of the present page, so that going back does not return to it. */
  readonly replace?: boolean;
};

/** A link to a page of this bundle; a new tab and copying the address work as ever. */
export const PageLink = ({ href, replace = false, children, ...rest }: PageLinkProps) => (
  <a
    href={href}
    {...rest}
    onClick={(event) => {
      if (!isPlain(event)) return;
      event.preventDefault();
      go(href, { replace });
    }}
  >
    {children}
  </a>
);

/** Leads on at once, without leaving a trace in the history. */
export const Onward = ({ to }: { readonly to: string }) => {
  useEffect(() => go(to, { replace: true }), [to]);
  return null;
};
