import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { heartbeat, problem, say } from './say.mjs';

const sources = ['contract', 'core', 'web', 'package-lock.json', 'vite.config.ts'];

/** All files below `place` (a file or a folder, relative to `root`), sorted. */
const filesBelow = (root, place) => {
  const full = path.join(root, place);
  if (!existsSync(full)) return [];
  try {
    return readdirSync(full, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) =>
        entry.isDirectory() ? filesBelow(root, path.join(place, entry.name)) : [path.join(place, entry.name)],
      );
  } catch (error) {
    if (error.code === 'ENOTDIR') return [place];
    throw error;
  }
};

const isTest = (file) => /\.test\.tsx?$/.test(file);

const sourceKey = (root) => {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((place) => filesBelow(root, place)).filter((name) => !isTest(name))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
};

const stampName = 'dist/.luoshi-build.json';

const isBuilt = (root, key) => {
  try {
    const stamp = JSON.parse(readFileSync(path.join(root, stampName), 'utf8'));
    return stamp.key === key && stamp.files.every((file) => existsSync(path.join(root, file)));
  } catch {
    return false;
  }
};

const runVite = (root, node) =>
  new Promise((resolve) => {
    const child = spawn(node, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
    child.on('error', (error) => resolve({ code: 1, text: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, text }));
  });

const buildProblem = (text) => {
  if (/ENOSPC|no space left/i.test(text)) {
    return problem(
      'disk-full',
      '磁盘空间不足,无法生成网页。',
      'The disk is full, so the web pages cannot be built.',
      text,
    );
  }
  if (/EACCES|EPERM|EROFS/.test(text)) {
    return problem(
      'no-permission',
      '没有写入 dist 文件夹的权限,无法生成网页。',
      'No permission to write the folder dist, so the web pages cannot be built.',
      text,
    );
  }
  return problem('build-failed', '生成网页失败,说明如下。', 'The web pages could not be built:', text);
};

/**
 * Builds the web into dist/ when its sources changed since the last build or a built file is gone.
 * The stamp is written last, so that an interrupted build is made again.
 * @throws a Problem: build failed, disk full, no permission
 */
export const ensureWebBuilt = async (root, node) => {
  if (!existsSync(path.join(root, 'vite.config.ts'))) {
    say('没有 vite.config.ts,跳过网页生成', 'There is no vite.config.ts: the web is not built');
    return;
  }
  const key = sourceKey(root);
  if (isBuilt(root, key)) return;
  say('生成网页', 'Building the web');
  const stop = heartbeat(() => '');
  try {
    rmSync(path.join(root, stampName), { force: true });
    const { code, text } = await runVite(root, node);
    if (code !== 0) throw buildProblem(text);
    const files = filesBelow(root, 'dist');
    writeFileSync(path.join(root, stampName), `${JSON.stringify({ key, files })}\n`);
  } catch (error) {
    throw error.name === 'Problem' ? error : buildProblem(String(error));
  } finally {
    const seconds = stop();
    say(`用时 ${seconds} 秒`, `took ${seconds} s`);
  }
};
