import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react';
import { PageLink } from './page-link.tsx';
import styles from './ui.module.css';

export type Look = 'main' | 'plain' | 'quiet' | 'danger';

const classOf = (look: Look, wide: boolean): string =>
  [styles.button, styles[look], wide ? styles.wide : ''].join(' ');

type Shape = { readonly look?: Look; readonly wide?: boolean };

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & Shape & { readonly busy?: boolean };

/** A button of at least the target size. While its work runs it stays focusable and takes no further press. */
export const Button = ({
  look = 'plain',
  wide = false,
  busy = false,
  onClick,
  children,
  ...rest
}: ButtonProps) => (
  <button
    type="button"
    {...rest}
    className={classOf(look, wide)}
    aria-busy={busy}
    aria-disabled={busy}
    onClick={(event) => {
      if (busy) event.preventDefault();
      else onClick?.(event);
    }}
  >
    {busy ? <i className={styles.spin} aria-hidden="true" /> : null}
    {children}
  </button>
);

type ButtonLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & Shape & { readonly href: string };

/** A link to a page of this bundle that looks like a button. */
export const ButtonLink = ({ look = 'plain', wide = false, children, ...rest }: ButtonLinkProps) => (
  <PageLink {...rest} className={classOf(look, wide)}>
    {children}
  </PageLink>
);

/** The same for what lies outside: files, telephone numbers, the staff's pages. */
export const OuterLink = ({ look = 'plain', wide = false, children, ...rest }: ButtonLinkProps) => (
  <a {...rest} className={classOf(look, wide)}>
    {children}
  </a>
);
