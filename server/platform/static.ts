/** The built web: files with hashed names live for a year, pages are asked for anew, unknown addresses are pages. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

export type StaticFile = {
  readonly bytes: Buffer;
  readonly gzip: Buffer | null;
  readonly mediaType: string;
  readonly etag: string;
  readonly immutable: boolean;
};

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

const compressible = new Set(['.html', '.js', '.css', '.svg', '.json', '.webmanifest']);

/** All files of the built web in memory, by address; a build is some megabytes. Null: there is no build. */
export const loadStatic = (folder: string): ReadonlyMap<string, StaticFile> | null => {
  if (!existsSync(path.join(folder, 'office.html'))) return null;
  const files = new Map<string, StaticFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const full = path.join(entry.parentPath, entry.name);
    const extension = path.extname(entry.name);
    const bytes = readFileSync(full);
    files.set(`/${path.relative(folder, full).split(path.sep).join('/')}`, {
      bytes,
      gzip: compressible.has(extension) ? gzipSync(bytes) : null,
      mediaType: mediaTypes[extension] ?? 'application/octet-stream',
      etag: `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`,
      immutable: full.includes(`${path.sep}assets${path.sep}`),
    });
  }
  return files;
};
