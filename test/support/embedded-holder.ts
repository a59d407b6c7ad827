// A Luoshi process for crash tests: holds the embedded PostgreSQL of the home folder named by its argument, says where
// it is on one line of JSON, and stays until it is told to end or killed.
import process from 'node:process';
import { startEmbedded } from '#server/platform/db/embedded.ts';
import { openHome } from '#server/platform/home.ts';

const embedded = await startEmbedded({ home: openHome(process.argv[2]) });
const { ownerUrl, appUrl, pid, origin, version } = embedded;
process.on('SIGTERM', () => {
  void embedded.stop().then(() => process.exit(0));
});
process.stdout.write(`${JSON.stringify({ ownerUrl, appUrl, pid, origin, version })}\n`);
setInterval(() => undefined, 60_000);
