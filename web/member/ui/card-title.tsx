import styles from './card-title.module.css';
import { PageLink } from './page-link.tsx';

/** The title of a card that leads to a page wherever it is touched; the card is positioned. */
export const CardTitle = ({ href, title }: { readonly href: string; readonly title: string }) => (
  <h3 lang="zh-CN" className={styles.title}>
    <PageLink href={href}>{title}</PageLink>
  </h3>
);
