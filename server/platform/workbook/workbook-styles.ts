/** The styles of a written workbook: what each kind of cell looks like, and the formats that show a decimal as printed. */

const mostDecimals = 4;

type Look = {
  readonly format?: number;
  readonly font?: number;
  readonly fill?: number;
  readonly guarded?: boolean;
  readonly align?: string;
  readonly border?: boolean;
};

const top = '<alignment vertical="top"/>';
const wrapped = '<alignment vertical="top" wrapText="1"/>';

const fonts = [
  '<font><sz val="11"/><name val="宋体"/></font>',
  '<font><b/><sz val="11"/><name val="宋体"/></font>',
  '<font><u/><sz val="11"/><color rgb="FF0B5394"/><name val="宋体"/></font>',
];

const dateFormat = 164;
const decimalFormats = dateFormat + 1;

/** `0.00" %"`: so many decimals as are printed, and the sign that stands behind them. */
const decimalCode = (decimals: number, percent: boolean): string =>
  `${decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`}${percent ? '&quot; %&quot;' : ''}`;

const decimalKinds = [false, true].flatMap((percent) =>
  Array.from({ length: mostDecimals + 1 }, (_, decimals) => ({ percent, decimals })),
);

const formats = [
  'yyyy\\-mm\\-dd',
  ...decimalKinds.map(({ decimals, percent }) => decimalCode(decimals, percent)),
].map((code, at) => `<numFmt numFmtId="${dateFormat + at}" formatCode="${code}"/>`);

const decimalLooks = (font: number): readonly Look[] =>
  decimalKinds.map((_, at) => ({ format: decimalFormats + at, font, align: top }));

const linkFont = 2;
const looks: readonly Look[] = [
  { border: false },
  { format: 49, font: 1, fill: 2, align: '<alignment horizontal="center" vertical="center" wrapText="1"/>' },
  { format: 49, align: wrapped },
  { format: 49, guarded: true, align: wrapped },
  { format: dateFormat, align: '<alignment horizontal="center" vertical="top"/>' },
  { align: top },
  { format: 49, font: linkFont, align: wrapped },
  { format: 49, font: linkFont, guarded: true, align: wrapped },
  { font: linkFont, align: top },
  ...decimalLooks(0),
  ...decimalLooks(linkFont),
];

/** Indexes into the looks above. */
export const style = { header: 1, text: 2, guarded: 3, date: 4, number: 5 } as const;
export const linkStyle = { text: 6, guarded: 7, number: 8 } as const;
const firstDecimal = 9;

/** The style that shows a decimal with so many decimals. Throws a RangeError above four. */
export const decimalStyle = (decimals: number, percent: boolean, linked: boolean): number => {
  if (decimals > mostDecimals) throw new RangeError(`at most ${mostDecimals} decimals, not ${decimals}`);
  const kind = decimalKinds.findIndex((one) => one.percent === percent && one.decimals === decimals);
  return firstDecimal + kind + (linked ? decimalKinds.length : 0);
};

const xf = ({ format = 0, font = 0, fill = 0, guarded = false, align, border = true }: Look): string => {
  const applied = [
    ...(guarded ? ['quotePrefix="1"'] : []),
    ...(format === 0 ? [] : ['applyNumberFormat="1"']),
    ...(font === 0 ? [] : ['applyFont="1"']),
    ...(fill === 0 ? [] : ['applyFill="1"']),
    ...(border ? ['applyBorder="1"'] : []),
    ...(align === undefined ? [] : ['applyAlignment="1"']),
  ].map((one) => ` ${one}`);
  const ids = `numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border ? 1 : 0}" xfId="0"`;
  return `<xf ${ids}${applied.join('')}>${align ?? ''}</xf>`;
};

const side = (name: string): string => `<${name} style="thin"><color rgb="FFBFC7D1"/></${name}>`;
const borders = `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>`;
const fills =
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEEF2F7"/></patternFill></fill></fills>';

export const stylesXml = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="${formats.length}">${formats.join('')}</numFmts><fonts count="${fonts.length}">${fonts.join('')}</fonts>${fills}${borders}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${looks.length}">${looks.map(xf).join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
