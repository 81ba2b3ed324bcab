import type { Problem } from './problem.ts';
import type { Tour } from './tour.ts';

/** Shapes of the HTTP API that are not documents, events or reports. Times are epoch ms. */
export interface Member {
  readonly email: string;
  readonly role: 'admin';
}
/** `GET /v1/session`, and the answer of `POST /v1/session { email, password }`. */
export interface SessionAnswer {
  readonly member: Member;
}
/** One row of `GET /v1/tours` → `{ tours: TourListItem[] }`. */
export interface TourListItem {
  readonly id: string;
  readonly name: string;
  readonly etag: string;
  readonly updatedAt: number;
  readonly updatedBy: string;
  readonly live: readonly { readonly environment: string; readonly version: number; readonly publishedAt: number }[];
}
/** `GET /v1/tours/:id`; the `ETag` header repeats `etag`. */
export interface TourDraft {
  readonly tour: Tour;
  readonly etag: string;
  readonly updatedAt: number;
  readonly updatedBy: string;
  readonly warnings: readonly Problem[];
}
/** One row of `GET /v1/tours/:id/versions` → `{ versions: VersionInfo[] }`, newest first. */
export interface VersionInfo {
  readonly version: number;
  readonly note: string;
  readonly publishedAt: number;
  readonly publishedBy: string;
  /** Environments in which this version is live now. */
  readonly liveIn: readonly string[];
}
/** RFC 9457, `application/problem+json`. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string | undefined;
  readonly problems?: readonly Problem[] | undefined;
}
