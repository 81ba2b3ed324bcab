export type * from './api.ts';
export type * from './bundle.ts';
export { type ChangeCode, compareTours, type TourChange } from './compareTours.ts';
export { contrastRatio } from './documents/contrast.ts';
export { isFragile } from './documents/isFragile.ts';
export { tourJsonSchema } from './documents/tourJsonSchema.ts';
export { tourSchema } from './documents/tourSchema.ts';
export { isId } from './documents/values.ts';
export * from './events.ts';
export { explainChange } from './explainChange.ts';
export { type ExplainLocale, explainReason } from './explainReason.ts';
export {
  parseBundle,
  parseCondition,
  parseSegment,
  parseSkill,
  parseTheme,
  parseTour,
  parseTourJson,
} from './parse.ts';
export { type ParsedBatch, parseEvent, parseEventBatch, type RejectedEvent } from './parseEvents.ts';
export { parseReportRequest, parseTargetsRequest, type ReportDefaults } from './parseReportRequest.ts';
export type * from './problem.ts';
export { PROBLEM_CATALOGUE, type ProblemCode, type ProblemEntry } from './problemCatalogue.ts';
export * from './report.ts';
export * from './richText.ts';
export * from './rules/index.ts';
export type * from './segment.ts';
export type * from './skill.ts';
export type * from './target.ts';
export * from './theme.ts';
export type * from './tour.ts';
