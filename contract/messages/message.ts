/** Every text of the product stands in a table of this shape: key → both languages. Placeholders are `{name}`. */
export type Message = { readonly zh: string; readonly en: string };
export type MessageTable = Readonly<Record<string, Message>>;
export type Language = 'zh' | 'en';

/** Fills `{name}` placeholders; an unknown placeholder stays visible, so that a missing value is seen and reported. */
export const fill = (
  message: Message,
  language: Language,
  params: Readonly<Record<string, string | number>> = {},
): string =>
  message[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : String(value);
  });
