import { startServer } from '@shirube/server';

/** The real server in a process of its own: `node serverProcess.ts <data folder> <admin password>`. Prints one line of JSON when it listens. */
const [dataDir, adminPassword] = process.argv.slice(2);
if (dataDir === undefined || adminPassword === undefined) throw new Error('wanted: a data folder and a password');
// One address sends everything here, which the limit per address is made to refuse.
const unlimited = { perSecond: 1e9, burst: 1e9 };
const { url, publicKey, close } = await startServer({ dataDir, adminPassword, port: 0, rateLimit: unlimited });
process.stdout.write(`${JSON.stringify({ url, publicKey })}\n`);
process.once('SIGTERM', () => void close().then(() => process.exit(0)));
