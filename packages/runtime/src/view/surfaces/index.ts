import { defineElements } from '../../elements/define.ts';
import { isDocked } from '../../elements/hold.ts';
import { SURFACES } from '../../elements/surfaces/index.ts';
import type { Present, Scene, Shown } from '../scene.ts';
import { dock } from './dock.ts';
import { presentHotspot } from './hotspot.ts';

/** Shows a slideout, a banner or a hotspot. `present` shows a card. */
export const presentSurface = (scene: Scene, present: Present): Shown => {
  defineElements(SURFACES);
  return isDocked(scene.view) ? present(scene, dock) : presentHotspot(scene, present);
};
