import { parseSkill } from '@shirube/schema';
import type { Problem } from '@shirube/schema/problem';
import { countLevels } from '../../audience/countLevels.ts';
import { estimateAudience } from '../../audience/estimateAudience.ts';
import { DOCUMENT_MAX_BYTES, readJson } from '../body.ts';
import { unknownEnvironment } from '../environmentAsked.ts';
import { parseEstimate } from '../estimateRequest.ts';
import { problem } from '../problem.ts';
import type { MemberCall, Route } from './Route.ts';

const estimate: Route<'member'> = {
  method: 'POST',
  path: '/v1/audience/estimate',
  access: 'member',
  summary:
    'How many of the people who were active lately a condition matches. Segments and skills that are given stand in for the saved ones.',
  body: 'EstimateRequest',
  answers: { 200: 'EstimateAnswer.' },
  handle: async (call) => {
    const asked = await readBody(call);
    if (asked instanceof Response) return asked;
    const { library, events, now } = call.services;
    const question = await parseEstimate(asked.body, library);
    if (!question.ok) return refused(question.problems);
    return Response.json(
      await estimateAudience(events, { ...question.value, environment: asked.environment, now: now() }),
    );
  },
};

const levels: Route<'member'> = {
  method: 'POST',
  path: '/v1/skills/levels',
  access: 'member',
  summary: 'Everyone who was active in the last 30 days, by their level of a skill, which need not be saved.',
  body: 'LevelsRequest',
  answers: { 200: 'LevelsAnswer.' },
  handle: async (call) => {
    const asked = await readBody(call);
    if (asked instanceof Response) return asked;
    const skill = parseSkill(asked.body.skill);
    if (!skill.ok) return refused(skill.problems.map((one) => ({ ...one, path: `/skill${one.path}` })));
    const { events, now } = call.services;
    return Response.json(await countLevels(events, { environment: asked.environment, skill: skill.value, now: now() }));
  },
};

const readBody = async ({ c, services }: MemberCall) => {
  const body = await readJson(c, DOCUMENT_MAX_BYTES);
  if (!body.ok) return body.response;
  const { value } = body;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refused([{ code: 'not_an_object', path: '', message: 'The body must be a JSON object.' }]);
  const fields = value as Readonly<Record<string, unknown>>;
  const environment = typeof fields.environment === 'string' ? fields.environment : '';
  if (services.environments.named(environment) === undefined) return unknownEnvironment(422, environment);
  return { environment, body: fields };
};
const refused = (problems: readonly Problem[]): Response =>
  problem(422, { code: 'bad_request', detail: 'The request has problems.', problems });

export const audienceRoutes: readonly Route<'member'>[] = [estimate, levels];
