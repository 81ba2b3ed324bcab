import { compareTours, explainChange } from '@shirube/schema';
import type { CompareAnswer } from '@shirube/schema/api';
import type { Tour } from '@shirube/schema/tour';
import { readDraft } from '../../documents/readDraft.ts';
import { problem } from '../problem.ts';
import type { Services } from '../Services.ts';
import type { Route } from './Route.ts';
import { noSuchTour } from './tours.ts';

export const compareTour: Route<'member'> = {
  method: 'GET',
  path: '/v1/tours/:id/compare',
  access: 'member',
  summary: 'What is different between two versions, or a version and the draft: as data and in words.',
  query: ['from', 'to'],
  answers: { 200: 'CompareAnswer.' },
  handle: async ({ c, services }) => {
    const id = c.req.param('id') ?? '';
    const [before, after] = await Promise.all([
      readSide(services, id, c.req.query('from') ?? 'newest'),
      readSide(services, id, c.req.query('to') ?? 'draft'),
    ]);
    if (before === undefined || after === undefined) return noSuchTour(id);
    for (const side of [before, after]) {
      if (side.tour === undefined) {
        return problem(404, {
          code: 'no_such_version',
          detail: `The tour "${id}" has no version ${side.name}; write a number, or "draft".`,
        });
      }
    }
    const answer: CompareAnswer = {
      from: before.name,
      to: after.name,
      changes: compareTours(before.tour as Tour, after.tour as Tour).map((change) => ({
        ...change,
        words: { en: explainChange(change, 'en'), ja: explainChange(change, 'ja') },
      })),
    };
    return Response.json(answer);
  },
};

interface Side {
  readonly name: number | 'draft';
  readonly tour: Tour | undefined;
}

/** Undefined: there is no such draft. Without a tour: no such version. */
const readSide = async ({ tours }: Services, id: string, asked: string): Promise<Side | undefined> => {
  if (asked === 'draft') {
    const draft = await tours.draft(id);
    return draft && { name: 'draft', tour: readDraft(draft.text).tour };
  }
  const number = Number.parseInt(asked, 10) || 0;
  const found = asked === 'newest' ? (await tours.versions(id))[0] : await tours.version(id, number);
  return { name: found?.version ?? number, tour: found?.tour };
};
