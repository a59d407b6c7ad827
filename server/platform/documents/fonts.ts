import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const standIn = [
  '400Regular/NotoSerifSC_400Regular',
  '700Bold/NotoSerifSC_700Bold',
  '900Black/NotoSerifSC_900Black',
];

/** Where fonts are looked for, and the font files found there. */
type Fonts = { readonly folders: readonly string[]; readonly files: readonly string[] };

/**
 * The stand-in fonts of the package (Noto Serif SC 400, 700, 900) and those that an agency put into its folder
 * (.ttf, .otf, .ttc, not in sub-folders). A folder that is not there counts as empty.
 */
export const findFonts = (folder: string | undefined): Fonts => {
  const files = standIn.map((name) => require.resolve(`@expo-google-fonts/noto-serif-sc/${name}.ttf`));
  const folders = files.map((file) => dirname(file));
  if (folder === undefined || !existsSync(folder)) return { folders, files };
  const own = readdirSync(folder).filter((name) => /\.(ttf|otf|ttc)$/i.test(name));
  return { folders: [...folders, folder], files: [...files, ...own.map((name) => join(folder, name))] };
};
