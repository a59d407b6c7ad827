import { changeSessionOpinion, changeSessionReferral } from '#contract/session-opinion.ts';
import { ledger } from '#contract/see.ts';
import { cutPlace } from '#contract/session-split.ts';
import { ask } from '#web/shared/ask.ts';
import { ConfirmWithReason } from '#web/shared/ui/confirm-with-reason.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import { useReference } from '#web/shared/use-reference.ts';
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Input, Select } from 'antd';
import { useState } from 'react';
import dialogs from '../matter/dialogs.module.css';
import { FormDialog } from '../matter/form-dialog.tsx';
import { UnitSelect } from '../matter/unit-select.tsx';
import { c, nameOf, t } from './opinion-texts.ts';
import type { Desk, Opinion, Referral } from './opinion-types.ts';

const useStep = (onDone: () => void) => useCommand(changeSessionOpinion, { onDone });

type Of = { readonly opinion: Opinion; readonly onClose: () => void };

const needed = () => [{ required: true, whitespace: true, message: c('reason.needed') }];

const titleOf = (verb: string, opinion: Opinion): string =>
  `${verb} · ${t('opinions.noOf', { no: opinion.no })}`;

/** 修改: wording, speaker, class and units before it leaves. */
export const EditDialog = ({ opinion, desk, onClose }: Of & { readonly desk: Desk }) => {
  const { run, pending, problem } = useStep(onClose);
  const reference = useReference();
  const { id, version, text, speaker, speakerId, classCode, units } = opinion;
  return (
    <FormDialog
      title={titleOf(t('opinions.do.edit'), opinion)}
      confirm={t('opinions.do.save')}
      initial={{ text, speaker, classCode, unitIds: units.map((unit) => unit.id) }}
      pending={pending}
      problem={problem}
      onSubmit={(values: { text: string; speaker: string; classCode: string; unitIds: number[] }) =>
        run({
          params: { opinionId: id },
          version,
          // Another name is another person, who is then looked for anew by the office.
          body: { type: 'editOpinion', ...values, speakerId: values.speaker === speaker ? speakerId : null },
        })
      }
      onClose={onClose}
    >
      <Form.Item name="text" label={t('opinions.text')} rules={needed()}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 14 }} maxLength={5_000} />
      </Form.Item>
      <div className={dialogs.pair}>
        <Form.Item name="speaker" label={t('opinions.speaker')}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="classCode" label={t('opinions.class')}>
          <Select
            virtual={false}
            options={desk.classes.map(({ code, name }) => ({ value: code, label: nameOf(name) }))}
          />
        </Form.Item>
      </div>
      <Form.Item name="unitIds" label={t('opinions.units')}>
        <UnitSelect multiple units={reference.data?.units ?? []} />
      </Form.Item>
    </FormDialog>
  );
};

/** 拆分: an empty line is where it parts; proposed at the stop nearest to the middle. */
export const CutDialog = ({ opinion, onClose }: Of) => {
  const { run, pending, problem } = useStep(onClose);
  const at = cutPlace(opinion.text);
  const proposed =
    at === null
      ? opinion.text
      : `${opinion.text.slice(0, at).trimEnd()}\n\n${opinion.text.slice(at).trimStart()}`;
  return (
    <FormDialog
      title={titleOf(t('opinions.do.cut'), opinion)}
      what={t('opinions.cut.help')}
      confirm={t('opinions.do.cut')}
      initial={{ parts: proposed }}
      pending={pending}
      problem={problem}
      onSubmit={({ parts }: { parts: string }) =>
        run({
          params: { opinionId: opinion.id },
          version: opinion.version,
          body: { type: 'cutOpinion', parts: parts.split(/\n\s*\n/u) },
        })
      }
      onClose={onClose}
    >
      <Form.Item name="parts" label={t('opinions.text')} rules={needed()}>
        <Input.TextArea autoSize={{ minRows: 5, maxRows: 16 }} />
      </Form.Item>
    </FormDialog>
  );
};

export const DropDialog = ({ opinion, onClose }: Of) => {
  const { run, pending, problem } = useStep(onClose);
  return (
    <ConfirmWithReason
      open
      danger
      title={titleOf(t('opinions.do.drop'), opinion)}
      what={opinion.text}
      label={t('opinions.reason.drop')}
      confirm={t('opinions.do.drop')}
      pending={pending}
      problem={problem}
      onConfirm={(reason) =>
        void run({
          params: { opinionId: opinion.id },
          version: opinion.version,
          body: { type: 'dropOpinion', reason },
        })
      }
      onCancel={onClose}
    />
  );
};

/** 增转单位: others than have it already. */
export const ForwardDialog = ({ opinion, onClose }: Of) => {
  const { run, pending, problem } = useStep(onClose);
  const reference = useReference();
  const having = opinion.referrals.filter(({ state }) => !['handedBack', 'recalled'].includes(state));
  return (
    <FormDialog
      title={titleOf(t('opinions.do.forwardMore'), opinion)}
      what={opinion.text}
      confirm={t('opinions.do.forward')}
      initial={{ unitIds: [] }}
      pending={pending}
      problem={problem}
      onSubmit={({ unitIds }: { unitIds: number[] }) =>
        run({
          params: { opinionId: opinion.id },
          version: opinion.version,
          body: { type: 'forwardOpinion', unitIds },
        })
      }
      onClose={onClose}
    >
      <Form.Item name="unitIds" label={t('opinions.units')}>
        <UnitSelect multiple units={reference.data?.units ?? []} except={having.map(({ unit }) => unit.id)} />
      </Form.Item>
    </FormDialog>
  );
};

/** 关联建议提案: which matter it became later. */
export const LinkDialog = ({ opinion, onClose }: Of) => {
  const { run, pending, problem } = useStep(onClose);
  const [words, setWords] = useState('');
  const found = useQuery({
    ...ask(ledger, { query: { q: words, limit: 20 } }),
    enabled: words !== '',
    placeholderData: (before) => before,
  });
  const { matter } = opinion;
  const known = (found.data?.items ?? []).map((one) => ({
    value: one.id,
    label: `${one.caseNo} ${one.title}`,
  }));
  const own = matter === null ? [] : [{ value: matter.id, label: `${matter.caseNo} ${matter.title}` }];
  return (
    <FormDialog
      title={titleOf(t('opinions.do.link'), opinion)}
      what={t('opinions.link.help')}
      confirm={t('opinions.do.save')}
      initial={{ matterId: matter?.id }}
      pending={pending}
      problem={problem}
      onSubmit={({ matterId }: { matterId?: number }) =>
        run({
          params: { opinionId: opinion.id },
          version: opinion.version,
          body: { type: 'linkMatter', matterId: matterId ?? null },
        })
      }
      onClose={onClose}
    >
      <Form.Item name="matterId" label={t('opinions.do.link')}>
        <Select
          allowClear
          virtual={false}
          showSearch={{ filterOption: false, onSearch: setWords }}
          options={[...own.filter(({ value }) => !known.some((one) => one.value === value)), ...known]}
        />
      </Form.Item>
    </FormDialog>
  );
};

type OfReferral = { readonly referral: Referral; readonly onClose: () => void };
const channels = ['onSpot', 'visit', 'video', 'phone', 'written'] as const;

type Given = {
  channel: (typeof channels)[number];
  on: string;
  who: string;
  text: string;
  speakerTold: boolean;
};

/** 登记回应: how the unit answered the speaker. */
export const AnswerDialog = ({ referral, today, onClose }: OfReferral & { readonly today: string }) => {
  const { run, pending, problem } = useCommand(changeSessionReferral, { onDone: onClose });
  const { answer } = referral;
  return (
    <FormDialog<Given>
      title={t('opinions.do.answer')}
      what={referral.reason === null ? undefined : t('opinions.answer.reason', { reason: referral.reason })}
      confirm={t('opinions.do.answer')}
      initial={answer ?? { channel: 'phone', on: today, who: '', text: '', speakerTold: false }}
      pending={pending}
      problem={problem}
      onSubmit={(values) =>
        run({
          params: { referralId: referral.id },
          version: referral.version,
          body: { type: 'answerReferral', ...values },
        })
      }
      onClose={onClose}
    >
      <div className={dialogs.pair}>
        <Form.Item name="channel" label={t('opinions.channel')}>
          <Select
            virtual={false}
            options={channels.map((value) => ({ value, label: t(`opinions.channel.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="on" label={t('opinions.answer.on')} rules={needed()}>
          <Input type="date" max={today} />
        </Form.Item>
      </div>
      <Form.Item name="who" label={t('opinions.answer.who')} rules={needed()}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="text" label={t('opinions.answer.text')} rules={needed()}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={5_000} />
      </Form.Item>
      <Form.Item name="speakerTold" valuePropName="checked">
        <Checkbox>{t('opinions.answer.told')}</Checkbox>
      </Form.Item>
    </FormDialog>
  );
};

export type ReasonStep = 'sendBackAnswer' | 'handBackReferral' | 'recallReferral';
const reasonWords = {
  sendBackAnswer: ['opinions.do.sendBack', 'opinions.reason.sendBack'],
  handBackReferral: ['opinions.do.handBack', 'opinions.reason.handBack'],
  recallReferral: ['opinions.do.recall', 'opinions.reason.recall'],
} as const;

export const ReferralReasonDialog = ({
  referral,
  type,
  onClose,
}: OfReferral & { readonly type: ReasonStep }) => {
  const { run, pending, problem } = useCommand(changeSessionReferral, { onDone: onClose });
  const [verb, label] = reasonWords[type];
  return (
    <ConfirmWithReason
      open
      title={t(verb)}
      label={t(label)}
      confirm={t(verb)}
      pending={pending}
      problem={problem}
      onConfirm={(reason) =>
        void run({ params: { referralId: referral.id }, version: referral.version, body: { type, reason } })
      }
      onCancel={onClose}
    />
  );
};
