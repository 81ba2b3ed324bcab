import type { Bundle } from '@shirube/schema/bundle';
import { type Core, changeDevice } from './core.ts';

const WITHIN_MS = 10_000;

/**
 * The live bundle: given by the host, or from the server, revalidated with its ETag by the browser's HTTP cache. When the server cannot
 * be reached or answers nonsense, the last good one from the store; 'unreachable' when there is none.
 */
export const loadBundle = async (core: Core): Promise<Bundle | 'unreachable'> => {
  const { endpoint, key, options, store } = core;
  if (!endpoint) {
    const { tours, segments, skills, themes } = options;
    return {
      bundleVersion: 1,
      environment: 'local',
      updatedAt: 0,
      tours: listOf(tours).map((tour) => ({ version: 1, tour })),
      segments: listOf(segments),
      skills: listOf(skills),
      themes: listOf(themes),
      killed: [],
    };
  }
  try {
    const signal = AbortSignal.any([core.gone, AbortSignal.timeout(WITHIN_MS)]);
    const answer = await fetch(`${endpoint}/v1/bundle?key=${encodeURIComponent(key)}`, { signal });
    const bundle: Bundle = await answer.json();
    if (!answer.ok || !Array.isArray(bundle.tours)) throw answer.status;
    if (bundle.updatedAt !== core.device.bundleAt) {
      void store.set('bundle', bundle);
      void changeDevice(core, (device) => ({ ...device, bundleAt: bundle.updatedAt }));
    }
    return bundle;
  } catch (error) {
    if (!core.gone.aborted)
      core.diagnose('bundle_not_loaded', `No tours loaded (${error}); the last ones known are used.`);
    return (await store.get<Bundle>('bundle')) ?? 'unreachable';
  }
};

const listOf = <T>(value: readonly T[] | undefined): readonly T[] => (Array.isArray(value) ? value : []);
