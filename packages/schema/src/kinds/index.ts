import { banner } from './banner.ts';
import { hotspot } from './hotspot.ts';
import { modal } from './modal.ts';
import { slideout } from './slideout.ts';
import { tooltip } from './tooltip.ts';

/** Every kind of step: one file and one line each. */
export const kinds = [tooltip, modal, slideout, banner, hotspot] as const;
