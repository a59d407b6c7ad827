import { useRouter } from '@tanstack/react-router';
import { type AnchorHTMLAttributes, type MouseEvent, useCallback } from 'react';

/** Goes to a page of this bundle: `go(paths.matter(7))`. */
export const useGo = (): ((href: string, how?: { readonly replace?: boolean }) => void) => {
  const router = useRouter();
  return useCallback(
    (href, how = {}) => (how.replace === true ? router.history.replace(href) : router.history.push(href)),
    [router],
  );
};

const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

type PageLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string };

/** A link to a page of this bundle by an address from `paths`; a new tab and copying the address work as ever. */
export const PageLink = ({ href, onClick, children, ...rest }: PageLinkProps) => {
  const go = useGo();
  return (
    <a
      href={href}
      {...rest}
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented || !isPlain(event)) return;
        event.preventDefault();
        go(href);
      }}
    >
      {children}
    </a>
  );
};
