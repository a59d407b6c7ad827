type Values = Readonly<Record<string, string | number | undefined>>;

const known = (values: Values, name: string): boolean => values[name] !== undefined && values[name] !== '';

/**
 * Fills `{name}` placeholders of a template in which `[…]` marks a part that is left out when one of its
 * placeholders has no value. Brackets do not nest.
 */
export const fillOptional = (template: string, values: Values): string =>
  template
    .replace(/\[([^\]]*)\]/g, (_, part: string) =>
      [...part.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => known(values, name)) ? part : '',
    )
    .replace(/\{(\w+)\}/g, (whole, name: string) => (known(values, name) ? String(values[name]) : whole))
    .replace(/ {2,}/g, ' ')
    .trim();
