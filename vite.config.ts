import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Two entries, two bundles: the staff's office and the proposers' light phone pages. */
export default defineConfig({
  root: at('./web'),
  base: '/',
  plugins: [react()],
  publicDir: at('./web/public'),
  build: {
    outDir: at('./dist/web'),
    emptyOutDir: true,
    sourcemap: false,
    chunkSizeWarningLimit: 1_500,
    rollupOptions: { input: { office: at('./web/office.html'), member: at('./web/member.html') } },
  },
});
