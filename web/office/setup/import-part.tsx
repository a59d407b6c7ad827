import { ImportAt } from '../import/import-page.tsx';
import type { ImportPlace } from '../import/import-place.ts';
import { paths } from '../paths.ts';

const place: ImportPlace = { home: paths.setup('import'), kinds: ['units', 'people'] };

/** Units and people from a table: the same way as a catalogue, for the system administrator. */
export const ImportPart = ({ rest }: { readonly rest: string }) => <ImportAt place={place} rest={rest} />;
