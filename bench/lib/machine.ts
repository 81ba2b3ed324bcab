import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

/** What the figures were taken on, and how busy it was: a load above the number of cores makes every time longer than it is. */
export const machine = (): string => {
  const cores = availableParallelism();
  const load = loadavg()[0] ?? 0;
  const busy = load > cores * 0.7 ? ' The machine was busy: times are upper limits, compare ratios only.' : '';
  return `${cores} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, load ${load.toFixed(1)} at the start.${busy}`;
};
