import { defineElements } from '../../elements/define.ts';
import { isDocked } from '../../elements/hold.ts';
import type { StepElement } from '../../elements/StepElement.ts';
import { SURFACES } from '../../elements/surfaces/index.ts';
import type { Box } from '../beside.ts';
import { EDGE_PX } from '../place.ts';
import type { Present, Scene, Shown } from '../scene.ts';
import { withoutBars } from './bars.ts';
import { dock } from './dock.ts';
import { presentHotspot } from './hotspot.ts';

/** Shows a slideout, a banner or a hotspot. `present` shows a card. */
export const presentSurface = (scene: Scene, present: Present): Shown => {
  defineElements(SURFACES);
  return isDocked(scene.view) ? present(scene, dock) : presentHotspot(scene, present);
};

/** The room in the middle: a card that does not hold the page leaves the page's bars free. */
export const clearOfBars = (room: Box, own: StepElement): Box =>
  withoutBars(room, room.x + room.width / 2, own, EDGE_PX);
