import type { AdminClient } from './adminClient.ts';
import { fingerprintOf, type TourFiles } from './tourFiles.ts';

const ENVIRONMENT = 'production';
const NOTE = 'From the files in demo/tours';

/** Fingerprints of what was published, by kind and id, kept between starts. */
export type Published = Readonly<Record<string, string>>;

/**
 * Puts the files' documents into Shirube and publishes the tours: only those whose file has changed since the last time,
 * so restarts make no versions and never overwrite what somebody edited in the demo. Returns what is published now.
 */
export const publishFiles = async (admin: AdminClient, files: TourFiles, before: Published): Promise<Published> => {
  const now: Record<string, string> = { ...before };
  const changed = (key: string, document: unknown): boolean => now[key] !== fingerprintOf(document);
  // Tours name skills and themes, so those come first.
  for (const [kind, documents] of [
    ['skills', files.skills],
    ['themes', files.themes],
  ] as const) {
    for (const document of documents) {
      const key = `${kind}/${document.id}`;
      if (!changed(key, document)) continue;
      await admin.send('PUT', `/v1/${key}`, document);
      now[key] = fingerprintOf(document);
    }
  }
  for (const tour of files.tours) {
    const key = `tours/${tour.id}`;
    if (!changed(key, tour)) continue;
    const old = await admin.get(`/v1/${key}`);
    const condition: Readonly<Record<string, string>> =
      old.status === 404 || old.etag === null ? { 'if-none-match': '*' } : { 'if-match': old.etag };
    await admin.send('PUT', `/v1/${key}`, tour, condition);
    await admin.send('POST', `/v1/${key}/publish`, { environment: ENVIRONMENT, note: NOTE });
    now[key] = fingerprintOf(tour);
  }
  return now;
};
