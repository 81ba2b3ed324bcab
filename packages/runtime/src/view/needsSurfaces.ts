import type { StepKind } from '@shirube/schema/tour';
import { isDocked } from '../elements/hold.ts';
import { part } from '../lib/part.ts';

/** Slideouts, banners and hotspots: what a tour of tooltips does without. */
export type Surfaces = typeof import('./surfaces/index.ts');

export const needsSurfaces = (view: { readonly step: { readonly kind: StepKind } }): boolean =>
  isDocked(view) || view.step.kind === 'hotspot';

export const loadSurfaces: () => Promise<Surfaces> = part(() => import('./surfaces/index.ts'));
