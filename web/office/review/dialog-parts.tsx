import { App, Form, type FormInstance, Input } from 'antd';
import { useRef } from 'react';
import { t } from './review-texts.ts';
import type { ReviewCheck, ReviewOrgan, SubmissionOnPage } from './review-types.ts';

export type DialogProps = {
  readonly submission: SubmissionOnPage;
  readonly organ: ReviewOrgan;
  /** Points of the check-list that are ticked on the page. */
  readonly checks: readonly ReviewCheck[];
  readonly onClose: () => void;
};

export const required = [{ required: true, message: t('review.needed') }];
/** What the author reads as it stands. */
export const words = (label: string, rows = 4) => (
  <Form.Item
    name="text"
    label={label}
    rules={[{ required: true, whitespace: true, message: t('review.needed') }]}
  >
    <Input.TextArea autoSize={{ minRows: rows, maxRows: 14 }} maxLength={5_000} />
  </Form.Item>
);

/** Says that it is done, and closes. */
export const useDone = (onClose: () => void): (() => void) => {
  const { message } = App.useApp();
  return () => {
    void message.success(t('review.said'));
    onClose();
  };
};

/** Puts a template into the field `text`, as long as nobody has changed the one that stands there. */
export const useTemplate = <V extends { text: string }>(form: FormInstance<V>, first = '') => {
  const last = useRef(first);
  return (template: string): void => {
    const now: string | undefined = form.getFieldsValue().text;
    if (now !== undefined && now !== '' && now !== last.current) return;
    last.current = template;
    form.setFieldsValue({ text: template } as Parameters<typeof form.setFieldsValue>[0]);
  };
};
