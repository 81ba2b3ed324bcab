import type { ProblemDocument } from '@shirube/schema/api';
import type { Problem } from '@shirube/schema/problem';

const titles = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'The document has problems',
  428: 'Precondition required',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Not available now',
} as const;
export type ProblemStatus = keyof typeof titles;

export interface ProblemParts {
  /** Stable and machine readable; `urn:shirube:problem:<code>` becomes the type. */
  readonly code: string;
  /** One English sentence. */
  readonly detail: string;
  readonly problems?: readonly Problem[];
  /** Extension members (RFC 9457 section 3.2), such as who wrote the newer draft. */
  readonly more?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Every failure of every route looks like this: RFC 9457. */
export const problem = (status: ProblemStatus, { code, detail, problems, more, headers }: ProblemParts): Response => {
  const document: ProblemDocument = {
    type: `urn:shirube:problem:${code}`,
    title: titles[status],
    status,
    detail,
    ...(problems === undefined ? {} : { problems }),
  };
  return new Response(JSON.stringify({ ...more, ...document }), {
    status,
    headers: { ...headers, 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' },
  });
};
