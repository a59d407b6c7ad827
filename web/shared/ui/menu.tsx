import { Dropdown } from 'antd';
import {
  Fragment,
  type KeyboardEvent,
  type ReactElement,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import styles from './menu.module.css';

export type MenuEntry = {
  readonly key: string;
  readonly label: string;
  readonly danger?: boolean;
  /** Set apart from what stands above it. */
  readonly apart?: boolean;
} & ({ readonly onPress: () => void } | { readonly href: string; readonly opens: 'file' | 'tab' });

/** What the button of a menu must carry. */
type Opener = {
  readonly ref: RefObject<HTMLButtonElement | null>;
  readonly 'aria-haspopup': 'menu';
  readonly 'aria-expanded': boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

type MenuProps = {
  /** What the menu is of: the words of its button. */
  readonly name: string;
  readonly entries: readonly MenuEntry[];
  /** What holds for all of it, above the entries. */
  readonly note?: string;
  readonly end?: boolean;
  readonly children: (opener: Opener) => ReactElement;
};

type Opening = { readonly from: 'first' | 'last' };

type ListProps = Pick<MenuProps, 'name' | 'entries' | 'note'> & {
  /** Another one each time that it opens. */
  readonly opening: Opening;
  /** The focus goes back to the button before anything else happens. */
  readonly onClose: () => void;
};

/** Which entry an arrow leads to: round and round. */
const nextIndex = (key: string, at: number, count: number): number | null => {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
};

const itemsOf = (list: HTMLElement | null): readonly HTMLElement[] => [
  ...(list?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? []),
];

const List = ({ name, entries, note, opening, onClose }: ListProps) => {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The library shows a menu that was open before only some frames later; until then it takes no focus.
    let frame = 0;
    const enter = (): void => {
      const item = itemsOf(list.current).at(opening.from === 'first' ? 0 : -1);
      item?.focus({ preventScroll: true });
      if (document.activeElement !== item) frame = requestAnimationFrame(enter);
    };
    enter();
    return () => cancelAnimationFrame(frame);
  }, [opening]);
  const onKeyDown = (event: KeyboardEvent): void => {
    // What the library would do with these keys leaves the focus elsewhere.
    event.stopPropagation();
    const all = itemsOf(list.current);
    const at = all.findIndex((item) => item === document.activeElement);
    const next = nextIndex(event.key, at, all.length);
    if (next !== null) all[next]?.focus();
    // From the button the Tab key goes on as if the menu had not been opened.
    if (event.key === 'Escape' || event.key === 'Tab') onClose();
    if (event.key === ' ') all[at]?.click();
    if (next !== null || event.key === ' ' || event.key === 'Escape') event.preventDefault();
  };
  return (
    <div className={styles.popup}>
      {note === undefined ? null : (
        <p id={id} className={styles.note}>
          {note}
        </p>
      )}
      <div
        ref={list}
        role="menu"
        aria-label={name}
        {...(note === undefined ? {} : { 'aria-describedby': id })}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        {entries.map((entry) => (
          <Fragment key={entry.key}>
            {entry.apart === true ? <hr /> : null}
            {'href' in entry ? (
              <a
                role="menuitem"
                tabIndex={-1}
                className={styles.entry}
                href={entry.href}
                {...(entry.opens === 'file' ? { download: true } : { target: '_blank', rel: 'noreferrer' })}
                onClick={onClose}
              >
                {entry.label}
              </a>
            ) : (
              <button
                type="button"
                role="menuitem"
                tabIndex={-1}
                className={styles.entry}
                data-danger={entry.danger === true}
                onClick={() => {
                  onClose();
                  entry.onPress();
                }}
              >
                {entry.label}
              </button>
            )}
          </Fragment>
        ))}
      </div>
    </div>
  );
};

/**
 * Every menu that opens from a button. Enter, Space and the arrow keys open it, arrows move in it, Escape and Tab close
 * it; whatever closes it but a press elsewhere, the focus is on its button again.
 */
export const Menu = ({ name, entries, note, end = false, children }: MenuProps) => {
  const opener = useRef<HTMLButtonElement>(null);
  const [opening, open] = useState<Opening | null>(null);
  const list =
    opening === null ? null : (
      <List
        name={name}
        entries={entries}
        {...(note === undefined ? {} : { note })}
        opening={opening}
        onClose={() => {
          open(null);
          opener.current?.focus({ preventScroll: true });
        }}
      />
    );
  return (
    <Dropdown
      open={opening !== null}
      destroyOnHidden
      onOpenChange={(next) => open(next ? { from: 'first' } : null)}
      trigger={['click']}
      placement={end ? 'bottomRight' : 'bottomLeft'}
      popupRender={() => list}
    >
      {children({
        ref: opener,
        'aria-haspopup': 'menu',
        'aria-expanded': opening !== null,
        onKeyDown: (event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          open({ from: event.key === 'ArrowDown' ? 'first' : 'last' });
        },
      })}
    </Dropdown>
  );
};
