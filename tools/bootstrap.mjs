// Plain JavaScript, the one exception to TypeScript: this runs on the machine's own Node (20 or newer, which cannot
// run TypeScript) before anything is installed. It installs what is missing, builds the web, and hands over to the
// Node of node_modules. An older Node must still be able to read this file, so nothing is imported before the check.
//
//   node tools/bootstrap.mjs start [flags]     everything: install, build, server (npm start -- [flags])
//   node tools/bootstrap.mjs test [flags]      install, then all checks and tests (npm test -- [flags])
//   node tools/bootstrap.mjs build             install, then the web only
//   node tools/bootstrap.mjs luoshi <command>  the command line (npm run luoshi -- <command>)

const oldest = 20;

if (Number(process.versions.node.split('.')[0]) < oldest) {
  process.stderr.write(
    `✗ 需要 Node.js ${oldest} 或更高版本,本机为 ${process.version}。请从 https://nodejs.org 安装新版后重试。\n` +
      `  Node.js ${oldest} or newer is needed; this is ${process.version}. Install a newer one from https://nodejs.org and try again.\n`,
  );
  process.exit(1);
}

void import('./bootstrap/commands.mjs').then(({ main }) => main(process.argv.slice(2)));
