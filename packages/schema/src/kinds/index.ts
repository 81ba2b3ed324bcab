import { modal } from './modal.ts';
import { tooltip } from './tooltip.ts';

/** Every kind of step: one file and one line each. */
export const kinds = [tooltip, modal] as const;
