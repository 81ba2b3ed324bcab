import { parseReportRequest, parseTargetsRequest } from '@shirube/schema';
import type { Parsed } from '@shirube/schema/problem';
import { reportTargets } from '../../reports/targetsReport.ts';
import { reportTour, reportTours } from '../../reports/tourReport.ts';
import { problem } from '../problem.ts';
import type { MemberCall, Route } from './Route.ts';
import { noSuchTour } from './tours.ts';

export const toursReportRoute: Route<'member'> = {
  method: 'GET',
  path: '/v1/reports/tours',
  access: 'member',
  summary: 'Every tour, by the runs that started in the period.',
  query: ['from', 'to', 'timezone', 'environment'],
  answers: { 200: 'ToursReport.' },
  handle: async (call) => {
    const request = readRequest(call, parseReportRequest);
    return request instanceof Response ? request : Response.json(await reportTours(call.services, request));
  },
};

export const tourReportRoute: Route<'member'> = {
  method: 'GET',
  path: '/v1/reports/tours/:id',
  access: 'member',
  summary: 'One tour: who finished, where people left, and why.',
  query: ['from', 'to', 'timezone', 'version', 'environment', 'locale'],
  answers: { 200: 'TourReport.' },
  handle: async (call) => {
    const request = readRequest(call, parseReportRequest);
    if (request instanceof Response) return request;
    const id = call.c.req.param('id') ?? '';
    const report = await reportTour(call.services, id, request);
    return report === undefined ? noSuchTour(id) : Response.json(report);
  },
};

export const targetsReportRoute: Route<'member'> = {
  method: 'GET',
  path: '/v1/reports/targets',
  access: 'member',
  summary: 'Steps whose targets are healed or missing: how often, why, since when, worst first.',
  query: ['from', 'to', 'timezone', 'version', 'environment', 'tour'],
  answers: { 200: 'TargetsReport.' },
  handle: async (call) => {
    const request = readRequest(call, parseTargetsRequest);
    return request instanceof Response ? request : Response.json(await reportTargets(call.services, request));
  },
};

type Parse<T> = (query: Record<string, string>, defaults: { readonly now: number }) => Parsed<T>;
const readRequest = <T extends { readonly environment: string }>(
  { c, services }: MemberCall,
  parse: Parse<T>,
): T | Response => {
  const parsed = parse(c.req.query(), { now: services.now() });
  const unknown = parsed.ok && services.environments.named(parsed.value.environment) === undefined;
  if (parsed.ok && !unknown) return parsed.value;
  const problems = parsed.ok
    ? [
        {
          code: 'unknown_environment',
          path: '/environment',
          message: `There is no environment "${parsed.value.environment}".`,
        },
      ]
    : parsed.problems;
  return problem(400, { code: 'bad_report_request', detail: 'The report request has problems.', problems });
};
