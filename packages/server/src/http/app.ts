import { type Context, Hono } from 'hono';
import { authorise } from './auth.ts';
import { corsHeaders, preflight } from './cors.ts';
import { membersPage } from './membersPage.ts';
import { openApi } from './openapi.ts';
import { problem } from './problem.ts';
import { routes } from './routes/index.ts';
import type { AnyRoute } from './routes/Route.ts';
import type { Services } from './Services.ts';
import { securityHeaders } from './securityHeaders.ts';
import { editorSignInPage } from './signInPage.ts';
import { staticFile } from './static.ts';

/** The whole HTTP surface, without a port: tests call `request` on it. */
export const makeApp = (services: Services): Hono => {
  const app = new Hono();
  const description = JSON.stringify(openApi(routes));
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of securityHeaders(c, services))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  });
  for (const route of routes) {
    app.on(route.method, route.path, async (c) => {
      const response = await answer(c, services, route);
      for (const [name, value] of corsHeaders(c, route)) response.headers.set(name, value);
      return response;
    });
  }
  app.get('/openapi.json', (c) => c.body(description, 200, { 'Content-Type': 'application/json' }));
  app.get('/editor/sign-in', (c) => editorSignInPage(c, services));
  app.get('/members', (c) => membersPage(c, services));
  app.options('*', (c) => preflight(c, routesAt(c)));
  app.notFound((c) => fallback(c, services));
  app.onError((error, c) => {
    services.log(`${c.req.method} ${c.req.path} failed`, error);
    return problem(500, {
      code: 'internal',
      detail: 'Something went wrong on our side; the operator has a record of it.',
    });
  });
  return app;
};

const answer = async (c: Context, services: Services, route: AnyRoute): Promise<Response> => {
  if (route.access === 'public') return route.handle({ c, services });
  const authorised = await authorise(c, services, route.access);
  if (!authorised.ok) return authorised.response;
  const response = await route.handle({ c, services, caller: authorised.caller });
  // What a member sees is nobody else's: no cache may keep it.
  if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'no-store');
  return response;
};

/** What no route has taken: another method of a known path, a file, a page of the dashboard, or nothing. */
const fallback = async (c: Context, services: Services): Promise<Response> => {
  const allowed = routesAt(c).map(({ method }) => method);
  if (allowed.length > 0) {
    return problem(405, {
      code: 'method_not_allowed',
      detail: `${c.req.path} takes ${allowed.join(', ')}.`,
      headers: { Allow: [...allowed, 'OPTIONS'].join(', ') },
    });
  }
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
  const file = isRead ? await staticFile(c, services.folders) : undefined;
  return file ?? problem(404, { code: 'not_found', detail: `There is nothing at ${c.req.path}.` });
};

const routesAt = (c: Context): readonly AnyRoute[] => routes.filter(({ path }) => pathPattern(path).test(c.req.path));

const patterns = new Map<string, RegExp>();
const pathPattern = (path: string): RegExp => {
  const pattern = patterns.get(path) ?? new RegExp(`^${path.replaceAll(/:[a-z]+/g, '[^/]+').replaceAll('.', '\\.')}$`);
  patterns.set(path, pattern);
  return pattern;
};
