import type { Bundle } from '@shirube/schema/bundle';
import type { Tour } from '@shirube/schema/tour';
import type { Library } from './Library.ts';
import { referencesIn } from './references.ts';
import { etagOf } from './secrets.ts';
import type { Tours } from './Tours.ts';

export interface ServedBundle {
  readonly bundle: Bundle;
  readonly text: string;
  /** Quoted, as the header has it. */
  readonly etag: string;
}

/** The bundle of each environment, made once per change: it is asked for on every page view of every user. */
export class Bundles {
  readonly #tours: Tours;
  readonly #library: Library;
  readonly #made = new Map<string, Promise<ServedBundle>>();

  constructor(tours: Tours, library: Library) {
    this.#tours = tours;
    this.#library = library;
  }

  of(environment: string): Promise<ServedBundle> {
    const known = this.#made.get(environment);
    if (known !== undefined) return known;
    const made = this.#make(environment);
    this.#made.set(environment, made);
    // A failure is not kept: the next request tries again.
    made.catch(() => this.#made.delete(environment));
    return made;
  }

  /** After every change of a live version, a segment, a skill or a theme. */
  forget(): void {
    this.#made.clear();
  }

  async #make(environment: string): Promise<ServedBundle> {
    const live = await this.#tours.live(environment);
    const tours = live.flatMap(({ tour, version }) => (tour === null || version === null ? [] : [{ version, tour }]));
    const used = await this.#used(tours.map(({ tour }) => tour));
    const bundle: Bundle = {
      bundleVersion: 1,
      environment,
      updatedAt: Math.max(0, used.updatedAt, ...live.map(({ at }) => at)),
      tours,
      segments: used.segments,
      skills: used.skills,
      themes: used.themes,
      killed: live.filter(({ version }) => version === null).map(({ tourId }) => tourId),
    };
    const text = JSON.stringify(bundle);
    return { bundle, text, etag: `"${etagOf(text)}"` };
  }

  /** What the tours refer to, and what that refers to. */
  async #used(tours: readonly Tour[]) {
    const [segments, skills, themes] = await Promise.all([
      this.#library.all('segments'),
      this.#library.all('skills'),
      this.#library.all('themes'),
    ]);
    const references = referencesIn(tours, segments);
    return {
      segments: segments.filter(({ id }) => references.segments.has(id)),
      skills: skills.filter(({ id }) => references.skills.has(id)),
      themes: themes.filter(({ id }) => references.themes.has(id)),
      updatedAt: await this.#library.changedAt(),
    };
  }
}
