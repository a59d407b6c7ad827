import { removeSigner } from '#contract/submission.ts';
import { memberWritingMessages } from '#contract/messages/member-writing.ts';
import { moment } from '#web/shared/format.ts';
import { texts } from '#web/shared/language.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { Button } from '../ui/button.tsx';
import { ProblemBox } from '../ui/trouble.tsx';
import type { SubmissionPage } from './writing.ts';
import styles from './write.module.css';

const t = texts(memberWritingMessages);

type SignerListProps = { readonly page: SubmissionPage; readonly removable?: boolean };
type Signer = SubmissionPage['signers'][number];

const stateOf = ({ state, outdated }: Signer): Parameters<typeof t>[0] =>
  outdated && state === 'signed' ? 'signers.state.outdated' : `signers.state.${state}`;

/** Who signed, declined, or has not said anything yet. */
export const SignerList = ({ page, removable = false }: SignerListProps) => {
  const command = useCommand(removeSigner);
  const shown = page.signers.filter(({ state }) => state !== 'removed');
  if (shown.length === 0) return <p className={styles.note}>{t('signers.none')}</p>;
  return (
    <>
      <ProblemBox problem={command.problem} />
      <ul className={styles.signers}>
        {shown.map((signer) => (
          <li key={signer.person.id} data-state={signer.outdated ? 'outdated' : signer.state}>
            <span>
              <strong>{signer.person.name}</strong> <small lang="zh-CN">{signer.person.group}</small>
              {signer.role === 'convenor' ? <small> · {t('signers.convenor')}</small> : null}
            </span>
            <span className={styles.note}>
              {t(stateOf(signer))}
              {signer.at === null ? null : ` · ${moment(signer.at)}`}
            </span>
            {signer.comment === '' ? null : (
              <p className={styles.said} lang="zh-CN">
                {signer.comment}
              </p>
            )}
            {removable && (signer.state === 'invited' || signer.state === 'signed') ? (
              <Button
                look="quiet"
                busy={command.pending}
                aria-label={t('signers.remove.of', { name: signer.person.name })}
                onClick={() =>
                  void command.run({
                    params: { submissionId: page.id },
                    body: { personId: signer.person.id },
                  })
                }
              >
                {t('signers.remove')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
};
