import { commonMessages } from '#contract/messages/common.ts';
import { seeMessages } from '#contract/messages/see.ts';
import { texts } from '#web/shared/language.ts';
import { DueShape } from '#web/shared/ui/due-light.tsx';
import { Segmented } from 'antd';
import { type TodoView, todoLights } from './todo-view.ts';
import styles from './workbench.module.css';

const t = texts(seeMessages);
const c = texts(commonMessages);

type TodoBarProps = { readonly view: TodoView; readonly onChange: (view: TodoView) => void };

/** Narrows what is to do to one light, and orders it by duty or by date. */
export const TodoBar = ({ view, onChange }: TodoBarProps) => (
  <search className={styles.todoBar}>
    <fieldset className={styles.lights}>
      <legend className="visually-hidden">{t('workbench.light')}</legend>
      <button
        type="button"
        aria-pressed={view.due === undefined}
        onClick={() => onChange({ ...view, due: undefined })}
      >
        {t('workbench.light.all')}
      </button>
      {todoLights.map((due) => (
        <button
          key={due}
          type="button"
          aria-pressed={view.due === due}
          onClick={() => onChange({ ...view, due: view.due === due ? undefined : due })}
        >
          <DueShape state={due} />
          {c(`due.${due}`)}
        </button>
      ))}
    </fieldset>
    <Segmented
      aria-label={t('workbench.order')}
      value={view.order}
      onChange={(order) => onChange({ ...view, order })}
      options={(['kind', 'due'] as const).map((value) => ({ value, label: t(`workbench.order.${value}`) }))}
    />
  </search>
);
