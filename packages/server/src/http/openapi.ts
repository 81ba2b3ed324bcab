import { groupBy } from '../lib/groupBy.ts';
import { bodySchemas } from './openapiBodies.ts';
import type { AnyRoute } from './routes/Route.ts';

/** OpenAPI 3.1, made from the same list that registers the routes. */
export const openApi = (routes: readonly AnyRoute[]) => ({
  openapi: '3.1.0',
  info: {
    title: 'Shirube',
    version: '1',
    description:
      'In-app onboarding: tours, versions, events and reports. Every failure is an RFC 9457 problem document.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  paths: Object.fromEntries(
    [...groupBy(routes, ({ path }) => openApiPath(path))].map(([path, here]) => [
      path,
      Object.fromEntries(here.map((route) => [route.method.toLowerCase(), operation(route)])),
    ]),
  ),
  components: {
    securitySchemes: {
      session: { type: 'apiKey', in: 'cookie', name: 'shirube_session' },
      token: { type: 'http', scheme: 'bearer', description: 'sk_… for programs, et_… for the editor on one origin.' },
    },
    schemas: { Problem: problemSchema, ...bodySchemas },
    responses: {
      Problem: {
        description: 'What went wrong, and where.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  },
});

/** `/v1/tours/:id` as OpenAPI writes it: `/v1/tours/{id}`. */
export const openApiPath = (path: string): string => path.replaceAll(/:([a-z]+)/g, '{$1}');

const operation = (route: AnyRoute) => ({
  operationId: `${route.method.toLowerCase()}${route.path.replaceAll(/[/:.]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
  summary: route.summary,
  security: { public: [], member: [{ session: [] }, { token: [] }], person: [{ session: [] }] }[route.access],
  parameters: [
    ...[...route.path.matchAll(/:([a-z]+)/g)].map(([, name]) => parameter(name ?? '', 'path')),
    ...(route.query ?? []).map((name) => parameter(name, 'query')),
    ...(route.headers ?? []).map((name) => parameter(name, 'header')),
  ],
  ...(route.body === undefined
    ? {}
    : {
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: `#/components/schemas/${route.body}` } } },
        },
      }),
  responses: {
    ...Object.fromEntries(Object.entries(route.answers).map(([status, description]) => [status, { description }])),
    default: { $ref: '#/components/responses/Problem' },
  },
});

const parameter = (name: string, where: 'path' | 'query' | 'header') => ({
  name,
  in: where,
  required: where === 'path',
  schema: { type: 'string' },
});

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    problems: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'path', 'message'],
        properties: { code: { type: 'string' }, path: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};
