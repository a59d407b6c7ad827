import '#web/shared/base.css';
import './member.css';
import { startAppearance } from '#web/shared/appearance.ts';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

startAppearance();

const root = document.getElementById('root');
if (root === null) throw new Error('member.html has no #root');
createRoot(root).render(<App />);
