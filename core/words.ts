/** Words that the whole core shares. No behaviour here. */

/** A point in time, ISO 8601 in UTC with milliseconds: `2026-03-21T01:00:00.000Z`. */
export type Instant = string;

/** A calendar day in the jurisdiction's zone (Asia/Shanghai): `2026-03-21`. */
export type LocalDate = string;

/** A text that exists in both languages of the product. */
export type Text = { readonly zh: string; readonly en: string };

/** The moment of a command: the instant, and the calendar day it falls on where the jurisdiction is. */
export type Moment = { readonly instant: Instant; readonly date: LocalDate };

/** 公开属性, decided while the reply is drafted (国办发〔2014〕46号). */
export type Disclosure = 'proactive' | 'onRequest' | 'notPublic';

/** What a proposer says of making the matter public: all of it, its title only, nothing; or nobody asked him. */
export type PublicConsent = 'full' | 'titleOnly' | 'no' | 'unasked';
