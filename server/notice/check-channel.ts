import { type ChannelKind, fieldsOf, isAsked, matches } from '#contract/channel-fields.ts';

type Texts = Readonly<Record<string, string>>;

/** No line break and no other control character in what becomes a header or an address; templates may have lines. */
const clean = (text: string, long: boolean): boolean =>
  long ? !/[^\P{Cc}\n\r\t]/u.test(text) : !/\p{Cc}/u.test(text);

/**
 * The settings as they are kept, or the name of the first field that is not right. `isSet`: secrets that are there
 * already. A channel that is off may be unfinished, but not wrong.
 */
export const checkChannel = (
  kind: ChannelKind,
  given: { readonly enabled: boolean; readonly settings: Texts; readonly secrets: Texts },
  isSet: (secret: string) => boolean,
):
  | { readonly ok: true; readonly settings: Texts; readonly secrets: Texts }
  | { readonly ok: false; readonly field: string } => {
  const settings: Record<string, string> = {};
  const secrets: Record<string, string> = {};
  for (const field of fieldsOf(kind)) {
    const { name } = field;
    if (!isAsked(field, settings)) continue;
    const secret = field.secret === true;
    const text = (secret ? given.secrets[name] : given.settings[name])?.trim();
    const value = secret ? text : (text ?? field.fallback ?? '');
    const there = value !== undefined && value !== '';
    if (there) {
      const fits =
        clean(value, field.long === true) &&
        (field.choices?.includes(value) ?? true) &&
        (field.pattern === undefined || matches(field.pattern, value));
      if (!fits) return { ok: false, field: name };
    }
    const missing = secret ? value === '' || (value === undefined && !isSet(name)) : !there;
    if (missing && given.enabled && field.optional !== true) return { ok: false, field: name };
    if (secret && value !== undefined) secrets[name] = value;
    if (!secret && value !== undefined) settings[name] = value;
  }
  if (kind === 'mail' && Number(settings['port']) > 65_535) return { ok: false, field: 'port' };
  return { ok: true, settings, secrets };
};

/** What decides where a secret is sent, and how: a secret given for one place must not be sent to another. */
const whereFields: readonly string[] = ['host', 'port', 'security', 'url', 'shape', 'template'];

/** Whether these settings send what is secret elsewhere, or otherwise, than those before. */
export const goesElsewhere = (kind: ChannelKind, before: Texts, after: Texts): boolean =>
  fieldsOf(kind).some(
    ({ name }) => whereFields.includes(name) && before[name] !== undefined && before[name] !== after[name],
  );
