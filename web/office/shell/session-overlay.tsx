import { officeMessages } from '#contract/messages/office.ts';
import { texts } from '#web/shared/language.ts';
import { Dialog } from '#web/shared/ui/dialog.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useCallback, useMemo } from 'react';
import { paths } from '../paths.ts';
import { PasswordStep } from '../sign-in/password-step.tsx';
import { SignInSteps } from '../sign-in/sign-in-steps.tsx';
import { type Session, useMe } from './session.ts';
import { sessionEnd } from './session-end.ts';

const t = texts(officeMessages);

/** The session ended under an open page: sign in again over it, and nothing that was typed is lost. */
export const SessionOverlay = ({ before }: { readonly before: Session }) => {
  const query = useMe();
  const client = useQueryClient();
  const filled = useMemo(() => ({ username: before.username }), [before.username]);
  const enter = useCallback(
    (session: Session): void => {
      if (session.person.id !== before.person.id) {
        window.location.assign(paths.home());
        return;
      }
      sessionEnd.over();
      void client.invalidateQueries();
    },
    [before.person.id, client],
  );
  return (
    <Dialog title={t('signIn.again')} footer={null} closable={false} width={440}>
      <p>{t('signIn.ended')}</p>
      <QueryState query={query} lines={3}>
        {(me) => <SignInSteps me={me} first={<PasswordStep filled={filled} />} onComplete={enter} />}
      </QueryState>
      <Button type="link" style={{ marginTop: 12 }} href={paths.signIn()}>
        {t('signIn.otherPerson')}
      </Button>
    </Dialog>
  );
};
