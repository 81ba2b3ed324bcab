import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Demo, startDemo } from '../../demo/host/startDemo.ts';

/** The whole demo on free ports, with a data folder of its own that goes when it is closed. */
export const wholeDemo = async (): Promise<Demo> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'shirube-demo-'));
  const demo = await startDemo({ dataDir, port: 0, productPort: 0, simulatedRuns: 0 });
  return {
    ...demo,
    close: async () => {
      await demo.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};
