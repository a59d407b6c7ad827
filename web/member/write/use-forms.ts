import { writingForms } from '#contract/submission.ts';
import { ask } from '#web/shared/ask.ts';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSession } from '../session.ts';
import { type Forms, readForms, rememberForms } from './remembered-forms.ts';

/** The rules of writing; without a connection those that this device was told last. Undefined: not known. */
export const useForms = (): Forms | undefined => {
  const { person } = useSession();
  const { data, error } = useQuery({ ...ask(writingForms), staleTime: 600_000 });
  useEffect(() => {
    if (data !== undefined) rememberForms(person.id, data);
  }, [data, person.id]);
  return data ?? (error === null ? undefined : (readForms(person.id) ?? undefined));
};
