/** What was typed and not yet filed, kept in this tab: a form of this length is not typed twice. */
import type { BodyGiven } from '#contract/endpoint.ts';
import type { fileMatter } from '#contract/matter.ts';

export type Proposer = { readonly id: number; readonly name: string; readonly group: string };

type Classing = Required<Pick<BodyGiven<typeof fileMatter>, 'level' | 'proposerType'>>;

export type Filing = {
  readonly sessionId: number | null;
  readonly inSession: boolean;
  readonly caseNo: string;
  readonly filedOn: string;
  readonly title: string;
  readonly category: string;
  readonly publicConsent: 'full' | 'titleOnly' | 'no' | 'unasked';
  readonly level: Classing['level'];
  readonly proposerType: Classing['proposerType'];
  readonly priority: boolean;
  readonly proposers: readonly Proposer[];
  readonly body: string;
  readonly points: readonly { readonly key: number; readonly text: string }[];
};

const stored = 'luoshi.filing';

/** Whether somebody typed anything that would be missed. */
export const isWorthKeeping = ({ caseNo, title, body, proposers }: Partial<Filing>): boolean =>
  [caseNo, title, body].some((text) => (text ?? '').trim() !== '') || (proposers ?? []).length > 0;

export const readDraft = (): Partial<Filing> | null => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(stored) ?? 'null');
    return typeof kept === 'object' && kept !== null && isWorthKeeping(kept) ? kept : null;
  } catch {
    return null;
  }
};

/** Null, and a form with nothing typed, leave no draft. */
export const keepDraft = (filing: Partial<Filing> | null): void => {
  try {
    if (filing === null || !isWorthKeeping(filing)) sessionStorage.removeItem(stored);
    else sessionStorage.setItem(stored, JSON.stringify(filing));
  } catch {
    // Private windows refuse storage; the text then lasts as long as the page.
  }
};

/** The next one of the same pile: session, time and day stay, the matter itself is empty. */
export const nextOf = ({ sessionId, inSession, filedOn, publicConsent, level }: Filing): Filing => ({
  sessionId,
  inSession,
  filedOn,
  publicConsent,
  level,
  proposerType: 'individual',
  priority: false,
  caseNo: '',
  title: '',
  category: '',
  proposers: [],
  body: '',
  points: [],
});

/** Moves the entry at `from` to `to`; what would leave the list stays. */
export const moved = <T>(list: readonly T[], from: number, to: number): readonly T[] => {
  const one = list[from];
  if (one === undefined || to < 0 || to >= list.length) return list;
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), one, ...rest.slice(to)];
};
