import type { TourChange } from './compare/TourChange.ts';
import type { TourState } from './events.ts';
import type { Problem } from './problem.ts';
import type { Condition } from './rules/condition.ts';
import type { PastEvent } from './rules/facts.ts';
import type { Segment } from './segment.ts';
import type { Skill } from './skill.ts';
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
  /** The id, where an incomplete draft has no name yet. */
  readonly name: string;
  readonly etag: string;
  readonly updatedAt: number;
  readonly updatedBy: string;
  readonly origin: DraftOrigin;
  readonly live: readonly { readonly environment: string; readonly version: number; readonly publishedAt: number }[];
}
/** `GET /v1/members` → `{ members: Member[] }`; `POST /v1/members { email, password }` invites another author. */
export interface MembersAnswer {
  readonly members: readonly Member[];
}
/** Where a draft was last written: in the editor, pushed from git, imported from a file, or by a program. */
export interface DraftOrigin {
  readonly kind: 'editor' | 'git' | 'file' | 'api';
  /** Of git and files: the path, and the commit when it is known, `tours/first-invoice.json@3f2a1c9`. */
  readonly detail?: string | undefined;
}
/**
 * `GET /v1/tours/:id`; the `ETag` header repeats `etag`. `PUT` with `Prefer: handling=lenient` (RFC 7240) also keeps a draft that is not
 * complete yet, and says in `problems` what publishing would refuse.
 */
export interface TourDraft {
  /** As parsed from `text`. Where there are `problems` it is the JSON as it stands, and may lack what the type promises. */
  readonly tour: Tour;
  /** The document byte for byte as it was written: of a file that begins with a byte order mark, with it. */
  readonly text: string;
  readonly etag: string;
  readonly updatedAt: number;
  readonly updatedBy: string;
  readonly origin: DraftOrigin;
  /** Empty: it could be published. */
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}
/** The 409 of `PUT /v1/tours/:id`, and of segments, skills and themes: a problem document with who was faster, and when. */
export interface NewerDraft extends ProblemDocument {
  readonly etag: string;
  readonly updatedAt: number;
  readonly updatedBy: string;
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
/** `GET /v1/tours/:id/versions/:version`. */
export interface VersionDocument extends VersionInfo {
  readonly tour: Tour;
  /** Byte for byte as it was published. */
  readonly text: string;
}
/** One row of `GET /v1/tours/:id/releases` → `{ releases: ReleaseInfo[] }`, newest first. */
export interface ReleaseInfo {
  readonly action: 'publish' | 'rollback' | 'kill';
  readonly environment: string;
  /** What went live; null for a kill. */
  readonly version: number | null;
  readonly note: string;
  readonly at: number;
  readonly by: string;
}
/** `GET /v1/segments`, `/v1/skills` and `/v1/themes` answer the documents under their own name, and beside them: */
export interface LibraryEtags {
  /** By id: what `If-Match` of the next `PUT` takes. */
  readonly etags: Readonly<Record<string, string>>;
}
/** `GET /v1/tours/:id/compare?from=3&to=draft`: numbers of versions, or `draft`. Without `from` the newest version, without `to` the draft. */
export interface CompareAnswer {
  readonly from: number | 'draft';
  readonly to: number | 'draft';
  /** `words`: the change in a line, in the languages of the product. */
  readonly changes: readonly (TourChange & { readonly words: { readonly en: string; readonly ja: string } })[];
}
/** `GET /v1/environments` → `{ environments: EnvironmentInfo[] }`. */
export interface EnvironmentInfo {
  readonly name: string;
  readonly publicKey: string;
  readonly enforceIdentity: boolean;
}

/** `GET /v1/seen/traits?environment=…` → `{ traits: SeenTrait[] }`, the most frequent first. From the latest traits of each identified user. */
export interface SeenTrait {
  readonly of: 'user' | 'company';
  /** Dot path, as rules have it. */
  readonly path: string;
  readonly types: readonly ('string' | 'number' | 'boolean' | 'list' | 'null')[];
  /** How many people (or companies' people) have it. */
  readonly people: number;
  /** The most frequent values first, at most 20; of lists their items. */
  readonly values: readonly { readonly value: string | number | boolean; readonly people: number }[];
}
/** `GET /v1/seen/events?environment=…` → `{ events: SeenEvent[] }`, the most frequent first. Names of `track`. */
export interface SeenEvent {
  readonly name: string;
  readonly count: number;
  readonly people: number;
  /** Epoch ms. */
  readonly lastAt: number;
}
/** `POST /v1/audience/estimate`. `segments` and `skills` that are given stand in for the saved ones with their id: not yet saved changes count. */
export interface EstimateRequest {
  readonly environment: string;
  readonly condition: Condition;
  /** How far back someone counts as active. Default 30. */
  readonly days?: number | undefined;
  readonly segments?: readonly Segment[] | undefined;
  readonly skills?: readonly Skill[] | undefined;
}
export interface EstimateAnswer {
  readonly days: number;
  /** Identified people who were active in these days. */
  readonly people: number;
  readonly matched: number;
  /** People for whom only the moment decides: the page, an element, the device, the time. */
  readonly undecided: number;
  /** Some who matched, the latest active first. */
  readonly sample: readonly Person[];
  /** True where any of the counted people came from `simulate`. */
  readonly simulated: boolean;
}
/** `POST /v1/skills/levels { environment, skill }`: everyone who was active in the last 30 days, by their level today. */
export interface LevelsAnswer {
  readonly people: number;
  readonly novice: number;
  readonly learning: number;
  readonly proficient: number;
}
/** One row of `GET /v1/people?environment=…&search=…` → `{ people: Person[] }`, the latest active first, at most 50. */
export interface Person {
  readonly userId: string;
  readonly traits: Readonly<Record<string, unknown>>;
  readonly company?:
    | { readonly id: string; readonly traits?: Readonly<Record<string, unknown>> | undefined }
    | undefined;
  /** Epoch ms. */
  readonly lastSeenAt: number;
}
/** `GET /v1/people/:id?environment=…`: what is known of one person, as rules ask for it. For rehearsals. */
export interface PersonFacts extends Person {
  readonly history: readonly PastEvent[];
  readonly tours: Readonly<Record<string, TourState>>;
}
/** RFC 9457, `application/problem+json`. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string | undefined;
  readonly problems?: readonly Problem[] | undefined;
}
