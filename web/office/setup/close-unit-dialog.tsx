import { closeUnit } from '#contract/setup.ts';
import { useCommand } from '#web/shared/use-command.ts';
import { App } from 'antd';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { nameText, t } from './setup-texts.ts';
import type { UnitRow } from './setup-types.ts';

/** 撤销: a unit leaves the directory for good; its past stays. */
export const CloseUnitDialog = ({
  unit,
  onClose,
}: {
  readonly unit: UnitRow;
  readonly onClose: () => void;
}) => {
  const { message } = App.useApp();
  const name = nameText(unit);
  const { run, pending, problem } = useCommand(closeUnit, {
    onDone: () => {
      void message.success(t('setup.unit.wasClosed', { name }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t('setup.unit.confirmClose', { name })}
      confirm={t('setup.unit.close')}
      danger
      refusal={
        unit.openDuties === 0 ? null : { code: 'unit-has-open-duties', params: { count: unit.openDuties } }
      }
      pending={pending}
      problem={problem}
      onConfirm={() => void run({ params: { unitId: unit.id }, body: {} })}
      onClose={onClose}
    >
      <p>{t('setup.unit.confirmClose.what')}</p>
      {unit.people === 0 ? null : <p>{t('setup.unit.people', { count: unit.people })}</p>}
    </ConfirmDialog>
  );
};
