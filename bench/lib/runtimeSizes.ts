import { bundle } from './bundle.ts';
import type { Bytes } from './bytes.ts';
export const runtimeSizes = async (): Promise<{
  idle: { bytes: Bytes; includes: string };
  tooltip: { bytes: Bytes; includes: string };
}> => {
  const b = await bundle('globalThis.x=1');
  return { idle: { bytes: b, includes: '' }, tooltip: { bytes: b, includes: '' } };
};
