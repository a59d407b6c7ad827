import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { problem } from './say.mjs';

/**
 * How to run npm. Under `npm start` npm says where it is and which Node runs it; that Node lies outside node_modules,
 * which matters because an install deletes node_modules.
 */
const npmCommand = () => {
  const { npm_execpath: cli, npm_node_execpath: node } = process.env;
  if (cli && cli.endsWith('npm-cli.js') && existsSync(cli))
    return [node && existsSync(node) ? node : process.execPath, [cli]];
  return ['npm', []];
};

/** The environment without our own node_modules on the path: an install must not depend on what it replaces. */
const cleanEnvironment = (root) => {
  const ours = path.join(root, 'node_modules') + path.sep;
  const kept = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => !`${folder}${path.sep}`.startsWith(ours));
  return { ...process.env, PATH: kept.join(path.delimiter) };
};

/**
 * Runs npm quietly in `root`.
 * @returns {Promise<{code: number, text: string}>} exit code and the errors that it printed. A file that could not be
 *   unpacked is a failure here, although npm only warns of it and ends with 0.
 */
export const runNpm = (root, args) =>
  new Promise((resolve, reject) => {
    const [command, first] = npmCommand();
    const child = spawn(command, [...first, ...args], {
      cwd: root,
      env: cleanEnvironment(root),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
    const stop = () => {
      child.kill('SIGTERM');
      process.exit(130);
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, stop);
    child.on('error', () =>
      reject(
        problem(
          'no-npm',
          '找不到 npm。请安装带有 npm 的 Node.js(https://nodejs.org)。',
          'npm was not found. Install Node.js with npm (https://nodejs.org).',
        ),
      ),
    );
    child.on('close', (code) => {
      for (const signal of signals) process.off(signal, stop);
      const lines = text.split('\n').filter((line) => /^npm error|TAR_ENTRY_ERROR/.test(line));
      resolve({
        code: lines.some((line) => line.includes('TAR_ENTRY_ERROR')) ? 1 : (code ?? 1),
        text: lines.join('\n'),
      });
    });
  });

const fullDisk = /ENOSPC|no space left|EDQUOT|quota exceeded/i;

/** The sentence for a full disk. */
export const diskFull = (text = '') =>
  problem(
    'disk-full',
    '磁盘空间不足:安装需要约 1.1 GB。请腾出空间后重试,安装会从头重做。',
    'The disk is full: the installation takes about 1.1 GB. Free some space and try again; it will start afresh.',
    text,
  );

const causes = [
  {
    code: 'no-permission',
    pattern: /EACCES|EPERM|EROFS|permission denied|read-only file system/i,
    zh: '没有写入权限,无法安装。请检查本文件夹和 npm 缓存文件夹(npm config get cache)归谁所有。',
    en: 'No permission to write, so nothing could be installed. Check who owns this folder and the npm cache (npm config get cache).',
  },
  {
    code: 'offline',
    pattern:
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED|UNABLE_TO_|SELF_SIGNED|E50[0-9]|E407/,
    zh: '连接不上 npm 仓库,无法下载依赖。请检查网络或代理,或设置可用的镜像(npm config set registry <地址>),然后重试。',
    en: 'The npm registry cannot be reached, so the packages cannot be downloaded. Check the network or proxy, or set a mirror (npm config set registry <address>), and try again.',
  },
  {
    code: 'damaged-download',
    pattern: /EINTEGRITY|sha512|TAR_BAD_ARCHIVE|Z_DATA_ERROR/,
    zh: '下载的依赖包已损坏。请运行 npm cache verify 后重试。',
    en: 'A downloaded package is damaged. Run npm cache verify and try again.',
  },
];

/** The sentence for a failed npm run, with the end of what npm printed. */
export const npmProblem = (text) => {
  const log = text.split('\n').findLast((line) => line.includes('log of this run'));
  if (fullDisk.test(text)) return diskFull(log);
  const known = causes.find(({ pattern }) => pattern.test(text));
  if (known) return problem(known.code, known.zh, known.en, log);
  return problem(
    'install-failed',
    '安装依赖失败,npm 的说明如下。',
    'The packages could not be installed; npm says:',
    text,
  );
};
