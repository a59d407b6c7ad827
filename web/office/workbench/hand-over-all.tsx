import { matterFormMessages } from '#contract/messages/matter-forms.ts';
import { texts } from '#web/shared/language.ts';
import SwapOutlined from '@ant-design/icons/SwapOutlined';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';

const t = texts(matterFormMessages);

const Dialog = lazy(async () => ({
  default: (await import('../matter/hand-over-all-dialog.tsx')).HandOverAllDialog,
}));

type HandOverAllProps = {
  /** The units whose office this person is. */
  readonly units: readonly { readonly id: number; readonly name: string }[];
};

/** For a unit's office: all matters of a handler who leaves go to another in one step. */
export const HandOverAll = ({ units }: HandOverAllProps) => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<SwapOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {t('matter.handOverAll')}
      </Button>
      {open ? (
        <Suspense>
          <Dialog units={units} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
};
