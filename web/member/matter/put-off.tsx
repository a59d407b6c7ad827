import { memberMessages } from '#contract/messages/member.ts';
import { texts } from '#web/shared/language.ts';
import { shortDate } from '../dates.ts';
import type { Matter } from './matter-types.ts';
import { putOffs } from './put-offs.ts';

const t = texts(memberMessages);

/** That the date of the reply was put off and to when, or that its clock stands still, in plain words. */
export const PutOff = ({ matter }: { readonly matter: Matter }) =>
  putOffs(matter).map((one) => (
    <p key={`${one.kind} ${one.unit}`}>
      {one.kind === 'stopped'
        ? t('matter.stopped', { unit: one.unit, from: shortDate(one.from) })
        : t('matter.putOff', {
            unit: one.unit,
            until: shortDate(one.until),
            on: shortDate(one.on),
            due: shortDate(one.due),
          })}
    </p>
  ));
