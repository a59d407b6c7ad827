import { ownChannels, saveOwnChannel } from '#contract/channel.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { ownChannelMessages } from '#contract/messages/own-channels.ts';
import { ask } from '#web/shared/ask.ts';
import { texts } from '#web/shared/language.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { ProblemBox } from '../ui/trouble.tsx';
import { Answer } from '../ui/waiting.tsx';
import styles from './settings.module.css';

const t = texts(ownChannelMessages);

type Own = ResponseOf<typeof ownChannels>['items'][number];

const OwnChannel = ({ own }: { readonly own: Own }) => {
  const name = t(`channel.${own.kind}`);
  const [address, setAddress] = useState(own.address);
  // Whoever writes an address wants to be told; he can still untick one.
  const [ordinary, setOrdinary] = useState(own.address === '' || own.ordinary);
  const [urgent, setUrgent] = useState(own.address === '' || own.urgent);
  const save = useCommand(saveOwnChannel, {
    refreshes: ['ownChannels'],
    onDone: () => announce(t('own.saved')),
  });
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save.run({ params: { kind: own.kind }, body: { address: address.trim(), ordinary, urgent } });
      }}
    >
      <Field
        label={`${name}：${t(`channel.address.${own.kind}`)}`}
        help={t('own.empty')}
        maxLength={254}
        value={address}
        error={save.problem?.at === 'address' ? save.problem.detail : undefined}
        onChange={({ target }) => setAddress(target.value)}
      />
      <fieldset className={styles.languages}>
        <legend className="visually-hidden">{name}</legend>
        <label>
          <input type="checkbox" checked={ordinary} onChange={({ target }) => setOrdinary(target.checked)} />
          {t('own.ordinary')}
        </label>
        <label>
          <input type="checkbox" checked={urgent} onChange={({ target }) => setUrgent(target.checked)} />
          {t('own.urgent')}
        </label>
      </fieldset>
      <ProblemBox problem={save.problem?.at === 'address' ? null : save.problem} />
      <Button type="submit" busy={save.pending} aria-label={t('own.saveOf', { name })}>
        {t('own.save')}
      </Button>
    </form>
  );
};

/** By what else than the app one is told; nothing where the office has switched nothing on. */
export const OwnChannels = () => {
  const query = useQuery(ask(ownChannels));
  return (
    <Answer query={query}>
      {({ items }) => (
        <>
          <p>{t(items.length === 0 ? 'own.none' : 'own.lead')}</p>
          {items.map((own) => (
            <OwnChannel key={own.kind} own={own} />
          ))}
        </>
      )}
    </Answer>
  );
};
