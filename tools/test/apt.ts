import { existsSync } from 'node:fs';
import process from 'node:process';
import { runTool } from './run-tool.ts';

/**
 * Installs a package of Debian where we may: as root on a system with apt-get.
 * @returns what went wrong, for a person; undefined when it is installed
 */
export const installDebian = async (name: string): Promise<string | undefined> => {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return `install it: sudo apt-get install ${name}`;
  process.stdout.write(`  安装 installing ${name} (apt-get)\n`);
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  const patient = ['-o', 'DPkg::Lock::Timeout=300', '-q', '-y'];
  await runTool('apt-get', [...patient, 'update'], environment);
  const { code, text } = await runTool(
    'apt-get',
    [...patient, 'install', '--no-install-recommends', name],
    environment,
  );
  return code === 0 ? undefined : `apt-get install ${name} failed:\n${text.slice(-2_000)}`;
};
