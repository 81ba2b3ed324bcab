import { startServer } from '@shirube/server';
import { signInAdmin } from './adminClient.ts';
import { buildParts } from './buildParts.ts';
import { DATA_DIR, DAYS, PRODUCT_FOLDER, PRODUCT_PORT, RUNS, SEED, SHIRUBE_PORT } from './defaults.ts';
import { giveHistory, VETERAN } from './history.ts';
import { readMemory, writeMemory } from './memory.ts';
import { publishFiles } from './publish.ts';
import { runSimulation } from './runSimulation.ts';
import { serveProduct } from './serveProduct.ts';
import { readTourFiles } from './tourFiles.ts';

export interface DemoOptions {
  /** Default `.data/demo` of the project. */
  readonly dataDir?: string;
  /** Shirube's port, default 4700; 0 takes any free one. */
  readonly port?: number;
  /** The product's port, default 4710; 0 takes any free one. */
  readonly productPort?: number;
  /** Runs to simulate on the first start; 0 for none. Default 3000. */
  readonly simulatedRuns?: number;
  /** Default true: builds what is missing or stale. */
  readonly build?: boolean;
  /** Told what is going on. */
  readonly say?: (line: string) => void;
}
export interface Demo {
  readonly product: string;
  readonly editor: string;
  readonly reports: string;
  readonly publicKey: string;
  readonly adminPassword: string;
  close(): Promise<void>;
}

/** Starts Shirube and the product that hosts it, with tours, a veteran's history and, the first time, simulated runs. */
export const startDemo = async (options: DemoOptions = {}): Promise<Demo> => {
  const say = options.say ?? (() => {});
  const dataDir = options.dataDir ?? DATA_DIR;
  if (options.build !== false) await buildParts();
  let memory = readMemory(dataDir);
  writeMemory(dataDir, memory);
  const { adminPassword } = memory;
  const server = await startServer({ dataDir, port: options.port ?? SHIRUBE_PORT, host: '127.0.0.1', adminPassword });
  const endpoint = new URL(server.url).origin;
  const key = server.publicKey;
  try {
    const admin = await signInAdmin(endpoint, adminPassword);
    memory = {
      ...memory,
      running: { endpoint, key },
      published: await publishFiles(admin, readTourFiles(), memory.published),
    };
    writeMemory(dataDir, memory);
    await giveHistory(endpoint, key, VETERAN);
    const runs = options.simulatedRuns ?? RUNS;
    if (!memory.simulated && runs > 0) {
      const { events } = await runSimulation({ endpoint, key, runs, seed: SEED, days: DAYS });
      say(`simulated ${runs} runs (${events} events)`);
      memory = { ...memory, simulated: true };
      writeMemory(dataDir, memory);
    }
    const product = await serveProduct({
      folder: PRODUCT_FOLDER,
      port: options.productPort ?? PRODUCT_PORT,
      shirube: { endpoint, key },
      giveHistory: (userId) => giveHistory(endpoint, key, userId),
    });
    return {
      product: `${product.url}/`,
      editor: `${product.url}/?shirube=edit`,
      reports: `${endpoint}/`,
      publicKey: key,
      adminPassword,
      close: async () => {
        await product.close();
        await server.close();
      },
    };
  } catch (error) {
    await server.close();
    throw error;
  }
};
