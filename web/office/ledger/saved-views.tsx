import { commonMessages } from '#contract/messages/common.ts';
import { seeMessages } from '#contract/messages/see.ts';
import { deleteView, savedViews, saveView } from '#contract/see.ts';
import { ask } from '#web/shared/ask.ts';
import { texts } from '#web/shared/language.ts';
import { Dialog } from '#web/shared/ui/dialog.tsx';
import { useProblemNotice } from '#web/shared/ui/problem-notice.tsx';
import { CommandButton } from '#web/shared/ui/command-button.tsx';
import { ProblemAlert } from '#web/shared/ui/problem-alert.tsx';
import { QueryState } from '#web/shared/ui/query-state.tsx';
import { useCommand } from '#web/shared/use-command.ts';
import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { paths } from '../paths.ts';
import { PageLink } from '../shell/page-link.tsx';
import styles from './ledger.module.css';
import { type LedgerView, writeView } from './ledger-view.ts';

const t = texts(seeMessages);
const c = texts(commonMessages);
const list = 'ledger';

type SavedViewsProps = {
  readonly open: boolean;
  readonly view: LedgerView;
  /** The columns as shown now, also where the address leaves them to the device. */
  readonly columns: readonly string[];
  readonly onClose: () => void;
};

const SaveForm = ({ view, columns }: Pick<SavedViewsProps, 'view' | 'columns'>) => {
  const [form] = Form.useForm<{ name: string }>();
  const { message } = App.useApp();
  const save = useCommand(saveView, {
    refreshes: ['savedViews'],
    onDone: () => {
      form.resetFields();
      void message.success(t('ledger.views.saved'));
    },
  });
  const query = writeView({ ...view, columns: null });
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={({ name }) =>
        void save.run({ params: { list }, body: { name: name.trim(), query, columns: [...columns] } })
      }
    >
      <ProblemAlert problem={save.problem} />
      <Form.Item
        name="name"
        label={t('ledger.views.name')}
        rules={[{ required: true, whitespace: true, message: c('say.required') }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={save.pending}>
        {t('ledger.views.save')}
      </Button>
    </Form>
  );
};

const DeleteButton = ({ viewId, name }: { readonly viewId: number; readonly name: string }) => {
  const { message } = App.useApp();
  const remove = useCommand(deleteView, {
    refreshes: ['savedViews'],
    onDone: () => void message.success(t('ledger.views.deleted')),
    onRefused: useProblemNotice(),
  });
  return (
    <CommandButton
      type="text"
      icon={<DeleteOutlined aria-hidden />}
      aria-label={t('ledger.views.delete', { name })}
      command={remove}
      given={() => ({ params: { list, viewId } })}
    />
  );
};

/** Views of the ledger that one keeps: open, save the present one, delete. */
export const SavedViews = ({ open, view, columns, onClose }: SavedViewsProps) => {
  const query = useQuery({ ...ask(savedViews, { params: { list } }), enabled: open });
  return (
    <Dialog open={open} title={t('ledger.views.title')} footer={null} onCancel={onClose}>
      <div className={styles.stack}>
        <QueryState query={query} lines={3}>
          {({ items }) =>
            items.length === 0 ? (
              <p>{t('ledger.views.none')}</p>
            ) : (
              <ul className={styles.views}>
                {items.map((item) => (
                  <li key={item.id}>
                    <PageLink
                      href={paths.ledger({
                        ...item.query,
                        ...(item.columns.length === 0 ? {} : { cols: item.columns.join(',') }),
                      })}
                      onClick={onClose}
                    >
                      {item.name}
                    </PageLink>
                    <DeleteButton viewId={item.id} name={item.name} />
                  </li>
                ))}
              </ul>
            )
          }
        </QueryState>
        <SaveForm view={view} columns={columns} />
      </div>
    </Dialog>
  );
};
