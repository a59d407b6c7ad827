import { removeSigner } from '#contract/submission.ts';
import { memberWritingMessages } from '#contract/messages/member-writing.ts';
import { moment } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { AskFirst } from '../ui/ask-first.tsx';
import { Button } from '../ui/button.tsx';
import { More } from '../ui/more.tsx';
import { ProblemBox } from '../ui/trouble.tsx';
import type { SubmissionPage } from './writing.ts';
import styles from './write.module.css';

const t = texts(memberWritingMessages);

type SignerListProps = { readonly page: SubmissionPage; readonly removable?: boolean };
type Signer = SubmissionPage['signers'][number];

const stateOf = ({ state, outdated }: Signer): Parameters<typeof t>[0] =>
  outdated && state === 'signed' ? 'signers.state.outdated' : `signers.state.${state}`;

/** Whose answer matters most stands first; of one kind, as they were asked. */
const order: readonly Signer['state'][] = ['signed', 'disowned', 'invited', 'declined', 'lapsed'];
const byState = (a: Signer, b: Signer): number => order.indexOf(a.state) - order.indexOf(b.state);

type RemoveProps = { readonly page: SubmissionPage; readonly signer: Signer };

/** Whoever has signed is asked about once more: his name is off at once, and he is told. */
const Remove = ({ page, signer }: RemoveProps) => {
  const command = useCommand(removeSigner);
  const { id: personId, name } = signer.person;
  const called = t('signers.remove.of', { name });
  const remove = (): void => void command.run({ params: { submissionId: page.id }, body: { personId } });
  return (
    <>
      <ProblemBox problem={command.problem} />
      {signer.state === 'signed' ? (
        <AskFirst
          look="quiet"
          label={t('signers.remove')}
          name={called}
          question={t('signers.remove.sure', { name })}
          yes={t('signers.remove')}
          no={t('signers.remove.not')}
          busy={command.pending}
          onYes={remove}
        />
      ) : (
        <Button look="quiet" busy={command.pending} aria-label={called} onClick={remove}>
          {t('signers.remove')}
        </Button>
      )}
    </>
  );
};

type LineProps = RemoveProps & { readonly removable: boolean };

const Line = ({ page, signer, removable }: LineProps) => (
  <li data-state={signer.outdated ? 'outdated' : signer.state}>
    <span>
      <strong>{signer.person.name}</strong> <small lang="zh-CN">{signer.person.group}</small>
      {signer.role === 'convenor' ? <small> · {t('signers.convenor')}</small> : null}
    </span>
    <span className={styles.note}>
      {t(stateOf(signer))}
      {signer.at === null ? null : ` · ${moment(signer.at)}`}
      {page.withdrawal !== null && signer.agreesToWithdraw ? ` · ${t('signers.agrees')}` : null}
    </span>
    {signer.comment === '' ? null : (
      <p className={styles.said} lang="zh-CN">
        {signer.comment}
      </p>
    )}
    {removable && (signer.state === 'invited' || signer.state === 'signed') ? (
      <Remove page={page} signer={signer} />
    ) : null}
  </li>
);

/** Who signed, declined, or has not said anything yet; a whole delegation that kept silent is one line. */
export const SignerList = ({ page, removable = false }: SignerListProps) => {
  const all = page.signers.filter(({ state }) => state !== 'removed').toSorted(byState);
  if (all.length === 0) return <p className={styles.note}>{t('signers.none')}</p>;
  const lines = (signers: readonly Signer[]) => (
    <ul className={styles.signers}>
      {signers.map((signer) => (
        <Line key={signer.person.id} page={page} signer={signer} removable={removable} />
      ))}
    </ul>
  );
  const lapsed = all.filter(({ state }) => state === 'lapsed');
  return (
    <>
      {lines(all.filter(({ state }) => state !== 'lapsed'))}
      {lapsed.length === 0 ? null : (
        <More summary={t('signers.lapsed', { count: lapsed.length })}>{lines(lapsed)}</More>
      )}
    </>
  );
};
