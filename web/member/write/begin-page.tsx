import { writingForms } from '#contract/submission.ts';
import { commonMessages } from '#contract/messages/common.ts';
import { memberWritingMessages } from '#contract/messages/member-writing.ts';
import { ask } from '#web/shared/ask.ts';
import { texts } from '#web/shared/language.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { go } from '../navigate.ts';
import { paths } from '../routes.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { More } from '../ui/more.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Answer } from '../ui/waiting.tsx';
import { useForms } from './use-forms.ts';
import type { WritingForm } from './step-props.ts';
import { beginDraft } from './use-writing.ts';
import { pick } from '#web/shared/language.ts';
import styles from './write.module.css';

const c = texts(commonMessages);
const t = texts(memberWritingMessages);

const Organ = ({ form }: { readonly form: WritingForm }) => {
  const { person } = useSession();
  const client = useQueryClient();
  return (
    <li className={styles.panel}>
      <h2 lang="zh-CN">{form.organ.name}</h2>
      <p>
        {c(`kind.${form.kind}`)}
        {form.session === null ? null : (
          <span lang="zh-CN">
            {' · '}
            {form.session.name}
          </span>
        )}
        {' · '}
        {t(form.inSession ? 'begin.inSession' : 'begin.offSession')}
      </p>
      <Button
        look="main"
        wide
        aria-label={t('begin.for', { organ: form.organ.name })}
        onClick={() => go(paths.write(beginDraft(client, person.id, form.organ.id)), { replace: true })}
      >
        {t('begin.start')}
      </Button>
      <More summary={t('begin.grounds')}>
        <ul className={styles.facts}>
          {form.declineGrounds.map(({ code, name }) => (
            <li key={code}>{pick(name)}</li>
          ))}
        </ul>
      </More>
    </li>
  );
};

/** 开始写: to which organ; what it does not take is said before anything is written. */
export const BeginPage = () => {
  const query = useQuery({ ...ask(writingForms), staleTime: 600_000 });
  // Without a connection, what this device was told last still lets one begin.
  const forms = useForms();
  return (
    <>
      <PageTitle tab={t('begin.title')}>{t('begin.title')}</PageTitle>
      <Answer query={forms === undefined ? query : { ...query, data: forms }}>
        {({ items }) => (
          <>
            <p>{items.length === 0 ? t('begin.none') : t('begin.lead')}</p>
            <ul className={styles.cards}>
              {items.map((form) => (
                <Organ key={form.organ.id} form={form} />
              ))}
            </ul>
          </>
        )}
      </Answer>
    </>
  );
};
