#!/usr/bin/env node
import { configurationFrom } from './configuration.ts';
import { StartFailure } from './StartFailure.ts';
import { serverLog } from './serverLog.ts';
import { startServer } from './startServer.ts';
import { welcome } from './welcome.ts';

// The one place that reads the environment, writes to the terminal, and hears signals.
try {
  const options = configurationFrom(process.env);
  const server = await startServer({ ...options, log: serverLog() });
  console.log(welcome(server, options.dataDir, process.env.LANG ?? ''));
  const stop = () => {
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error('shirube: the data could not be flushed.', error);
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  // One line for what an operator can act on; anything else is a fault of ours and needs its trace.
  console.error('shirube:', error instanceof StartFailure ? error.message : error);
  process.exit(1);
}
