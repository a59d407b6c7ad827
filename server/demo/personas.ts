import { personas } from '../../demo/personas.ts';

/** One password for all demo sign-ins; printed at the start, shown on the sign-in page, nowhere but in a demo city. */
export const demoPassword = 'Yunchuan-2026';

export const personaNotes = new Map(personas.map((persona) => [persona.username, persona]));
