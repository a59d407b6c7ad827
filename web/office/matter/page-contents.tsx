import { useMatter } from './matter-context.ts';
import styles from './matter.module.css';
import { t } from './matter-texts.ts';

/** The parts of the page, each one press away: beside a wide page, in a strip that stays on top of a narrow one. */
export const PageContents = ({ strip }: { readonly strip: boolean }) => {
  const { matter } = useMatter();
  const parts = [
    ['points', t('matter.points')],
    ['body', t('matter.body')],
    ['assignments', t('matter.assignments')],
    ['contacts', t('matter.contacts')],
    ...(matter.opinionsWanted === 0 && matter.opinions.length === 0
      ? []
      : [['opinions', t('matter.opinions')] as const]),
    ['replies', t('matter.replies')],
    ['ratings', t('matter.ratings')],
    ['timeline', t('matter.timeline')],
  ] as const;
  return (
    <nav className={strip ? styles.strip : styles.contents} aria-label={t('matter.contents')}>
      <ol>
        {parts.map(([id, name]) => (
          <li key={id}>
            <a href={`#${id}`}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
};
