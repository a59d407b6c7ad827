import { moment } from '#web/shared/format.ts';

/** An instant as a form field of type `datetime-local` wants it, in the jurisdiction's zone (Asia/Shanghai). */
export const toField = (instant: string): string => moment(instant).replace(' ', 'T');

/** What stands in such a field, as an instant; China has one zone and no summer time. */
export const fromField = (value: string): string => `${value.slice(0, 16)}:00+08:00`;
