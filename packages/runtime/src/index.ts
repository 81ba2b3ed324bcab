export { createShirube } from './loader.ts';
export type {
  Company,
  EventOf,
  Explanation,
  Interruptions,
  LostReason,
  Shirube,
  ShirubeOptions,
  StartOutcome,
  Traits,
  User,
} from './options.ts';
