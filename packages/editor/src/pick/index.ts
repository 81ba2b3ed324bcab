export { type PickLocale, type PickTexts, pickTexts } from './locale/index.ts';
export { type Pickable, pickableOf } from './pickable.ts';
export { createPicker, type Picker, type PickerOptions, type PickerWay } from './picker.ts';
export { createPlacementDrag, type PlacementDrag, type PlacementDragOptions } from './placementDrag.ts';
export { type Rating, type Reason, rate, type Stability, sayReason } from './rate.ts';
export { pageOf, suggestAdvance, suggestKind } from './suggest.ts';
