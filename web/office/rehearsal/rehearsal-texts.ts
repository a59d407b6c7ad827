import { dutyWord, rehearsalMessages } from '#contract/messages/rehearsal.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import type { getRehearsal, rehearsalFigures, rehearsalRows, rehearsals } from '#contract/rehearsal.ts';
import { currentLanguage, texts } from '#web/shared/language.ts';

export const t = texts(rehearsalMessages);

export type Home = ResponseOf<typeof rehearsals>;
export type Rehearsal = ResponseOf<typeof getRehearsal>;
export type Summary = Home['items'][number];
export type Row = ResponseOf<typeof rehearsalRows>['items'][number];
export type FigureKey = (typeof rehearsalFigures)[number];

export const dutyText = (duty: string): string => dutyWord(duty, currentLanguage());

export const nameOf = ({ id, name }: Pick<Summary, 'id' | 'name'>): string =>
  name === '' ? t('rehearsal.unnamed', { id }) : name;
