import { objectionMessages } from '#contract/messages/objection.ts';
import { assignmentObjections, raiseObjection, withdrawObjection } from '#contract/objection.ts';
import { reference } from '#contract/see.ts';
import { ask } from '#web/shared/ask.ts';
import { texts } from '#web/shared/language.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { shortDate } from '../dates.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/section.tsx';
import { ProblemBox } from '../ui/trouble.tsx';
import styles from './matter.module.css';
import type { Matter } from './matter-types.ts';

const t = texts(objectionMessages);

type FormProps = { readonly matter: Matter; readonly onClose: () => void };

const ObjectionForm = ({ matter, onClose }: FormProps) => {
  const id = useId();
  const [reason, setReason] = useState('');
  const [wanted, setWanted] = useState('');
  const [missing, setMissing] = useState(false);
  const { data } = useQuery(ask(reference));
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const command = useCommand(raiseObjection, {
    onDone: () => {
      announce(t('objection.sent'));
      onClose();
    },
  });
  const taken = new Set(matter.assignments.map(({ unit }) => unit.id));
  const send = (): void => {
    const lacks = reason.trim() === '';
    setMissing(lacks);
    if (lacks) {
      field.current?.focus();
      return;
    }
    void command.run({
      params: { matterId: matter.id },
      body: { reason: reason.trim(), wantedUnitId: wanted === '' ? null : Number(wanted) },
    });
  };
  return (
    <form
      noValidate
      className={styles.objection}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <ProblemBox problem={command.problem} />
      <label htmlFor={`${id}-reason`}>{t('objection.reason')}</label>
      <textarea
        ref={field}
        id={`${id}-reason`}
        rows={5}
        maxLength={2_000}
        value={reason}
        aria-required="true"
        aria-invalid={missing}
        aria-describedby={`${id}-error`}
        onChange={(event) => setReason(event.target.value)}
      />
      <p id={`${id}-error`} role="alert" className={styles.missing}>
        {missing ? t('objection.reason.missing') : ''}
      </p>
      <label htmlFor={`${id}-unit`}>{t('objection.wanted')}</label>
      <select id={`${id}-unit`} value={wanted} onChange={(event) => setWanted(event.target.value)}>
        <option value="">{t('objection.wanted.none')}</option>
        {(data?.units ?? [])
          .filter((unit) => !taken.has(unit.id))
          .map((unit) => (
            <option key={unit.id} value={unit.id}>
              {unit.name}
            </option>
          ))}
      </select>
      <div className={styles.buttons}>
        <Button look="main" type="submit" busy={command.pending}>
          {t('objection.send')}
        </Button>
        <Button onClick={onClose}>{t('objection.cancel')}</Button>
      </div>
    </form>
  );
};

const WithdrawButton = ({ id }: { readonly id: number }) => {
  const command = useCommand(withdrawObjection, { onDone: () => announce(t('objection.withdrawn')) });
  return (
    <>
      <ProblemBox problem={command.problem} />
      <Button
        busy={command.pending}
        onClick={() => void command.run({ params: { objectionId: id }, body: {} })}
      >
        {t('objection.withdraw')}
      </Button>
    </>
  );
};

type Props = { readonly matter: Matter; readonly personId: number };

/** The lead proposer's objection to the units while its window runs, and what became of those raised before. */
export const Objection = ({ matter, personId }: Props) => {
  const [writing, setWriting] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  /** What had the focus goes with the form: the part of the page that tells what was sent has it then. */
  const close = (): void => {
    setWriting(false);
    place.current?.focus({ preventScroll: true });
  };
  const { data } = useQuery({
    ...ask(assignmentObjections, { params: { matterId: matter.id } }),
    enabled: matter.proposers.some(({ id }) => id === personId),
  });
  const may = data?.mayRaise === true;
  if (data === undefined || (!may && data.items.length === 0)) return null;
  return (
    <Section id="objection" title={t('objection.title')}>
      <div ref={place} tabIndex={-1} role="group" aria-label={t('objection.title')}>
        {data.items.length === 0 ? null : (
          <ul className={styles.talks}>
            {data.items.map((one) => (
              <li key={one.id}>
                <p className={styles.by}>
                  <b>{t(`objection.state.${one.state}`)}</b>
                  <span>{t('objection.raisedOn', { date: shortDate(one.raisedOn) })}</span>
                </p>
                <p className={styles.words}>{one.reason}</p>
                {one.wanted === '' ? null : (
                  <p className={styles.note}>{t('objection.names', { unit: one.wanted })}</p>
                )}
                {one.decision === null ? null : (
                  <p className={styles.answer}>{t('objection.answer', { reason: one.decision })}</p>
                )}
                {one.mayWithdraw ? <WithdrawButton id={one.id} /> : null}
              </li>
            ))}
          </ul>
        )}
        {may ? (
          <p className={styles.note}>
            {t('objection.lead', { until: data.until === null ? '' : shortDate(data.until) })}
          </p>
        ) : null}
        {may && !writing ? (
          <Button wide onClick={() => setWriting(true)}>
            {t('objection.do')}
          </Button>
        ) : null}
        {may && writing ? <ObjectionForm matter={matter} onClose={close} /> : null}
      </div>
    </Section>
  );
};
