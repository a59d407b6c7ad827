import { addOrgan, addSession, addTerm } from '#contract/setup.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { Form, Input, InputNumber, Select } from 'antd';
import { FormDialog } from '../matter/form-dialog.tsx';
import { laterOrSame, needed, needsChoice } from './form-rules.ts';
import styles from './setup.module.css';
import { c, nameText, t, termText } from './setup-texts.ts';
import type { Organ, Term } from './setup-types.ts';

type OrganValues = { kind: Organ['kind']; name: string; nameEn: string; officeName: string };

export const OrganDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { run, pending, problem } = useCommand(addOrgan, { onDone: onClose });
  return (
    <FormDialog<OrganValues>
      title={t('setup.organ.add')}
      what={t('setup.organ.what')}
      confirm={t('person.add')}
      initial={{ kind: 'congress', nameEn: '' }}
      pending={pending}
      problem={problem}
      onSubmit={(values) => run({ body: { ...values, nameEn: values.nameEn.trim() } })}
      onClose={onClose}
    >
      <Form.Item name="kind" label={t('setup.organ.kind')}>
        <Select
          virtual={false}
          options={(['congress', 'cppcc'] as const).map((value) => ({
            value,
            label: t(`setup.organ.kind.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="name" label={t('setup.organ.name')} rules={needed()}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="nameEn" label={t('setup.form.english')} extra={t('setup.form.optional')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="officeName"
        label={t('setup.organ.office')}
        extra={t('setup.organ.office.hint')}
        rules={needed()}
      >
        <Input maxLength={100} />
      </Form.Item>
    </FormDialog>
  );
};

type TermValues = { number: number; startsOn: string; endsOn: string };

export const TermDialog = ({ organ, onClose }: { readonly organ: Organ; readonly onClose: () => void }) => {
  const { run, pending, problem } = useCommand(addTerm, { onDone: onClose });
  const last = Math.max(0, ...organ.terms.map(({ number }) => number));
  return (
    <FormDialog<TermValues>
      title={t('setup.term.addTo', { organ: nameText(organ) })}
      confirm={t('person.add')}
      initial={{ number: last + 1, endsOn: '' }}
      pending={pending}
      problem={problem}
      onSubmit={({ number, startsOn, endsOn }) =>
        run({
          params: { organId: organ.id },
          body: { number, startsOn, endsOn: endsOn === '' ? null : endsOn },
        })
      }
      onClose={onClose}
    >
      <Form.Item name="number" label={t('setup.term.number')} rules={needsChoice(c('say.required'))}>
        <InputNumber min={1} max={99} precision={0} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="startsOn" label={t('setup.term.startsOn')} rules={needed()}>
          <Input type="date" />
        </Form.Item>
        <Form.Item
          name="endsOn"
          label={t('setup.term.endsOn')}
          dependencies={['startsOn']}
          rules={[laterOrSame('startsOn', t('setup.term.order'))]}
        >
          <Input type="date" />
        </Form.Item>
      </div>
    </FormDialog>
  );
};

type SessionValues = { number: number; year: number; opensOn: string; closesOn: string };

type SessionDialogProps = { readonly organ: Organ; readonly term: Term; readonly onClose: () => void };

export const SessionDialog = ({ organ, term, onClose }: SessionDialogProps) => {
  const { run, pending, problem } = useCommand(addSession, { onDone: onClose });
  const last = Math.max(0, ...term.sessions.map(({ number }) => number));
  const lastYear = Math.max(...term.sessions.map(({ year }) => year), Number(term.startsOn.slice(0, 4)) - 1);
  return (
    <FormDialog<SessionValues>
      title={t('setup.session.addTo', { term: `${nameText(organ)} ${termText(term.number)}` })}
      confirm={t('person.add')}
      initial={{ number: last + 1, year: lastYear + 1 }}
      pending={pending}
      problem={problem}
      onSubmit={(body) => run({ params: { termId: term.id }, body })}
      onClose={onClose}
    >
      <div className={styles.pair}>
        <Form.Item name="number" label={t('setup.session.number')} rules={needsChoice(c('say.required'))}>
          <InputNumber min={1} max={20} precision={0} />
        </Form.Item>
        <Form.Item name="year" label={t('setup.session.year')} rules={needsChoice(c('say.required'))}>
          <InputNumber min={1950} max={2200} precision={0} />
        </Form.Item>
      </div>
      <div className={styles.pair}>
        <Form.Item name="opensOn" label={t('setup.session.opensOn')} rules={needed()}>
          <Input type="date" />
        </Form.Item>
        <Form.Item
          name="closesOn"
          label={t('setup.session.closesOn')}
          dependencies={['opensOn']}
          rules={[...needed(), laterOrSame('opensOn', t('setup.session.order'))]}
        >
          <Input type="date" />
        </Form.Item>
      </div>
    </FormDialog>
  );
};
