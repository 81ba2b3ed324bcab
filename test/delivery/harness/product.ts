import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';

const root = join(import.meta.dirname, '../../../packages/runtime');

/** The outbox and its page as one script, as a browser gets it. */
const bundlePage = async (): Promise<string> => {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    root,
    build: { write: false, rollupOptions: { input: join(root, 'browser/fixtures/outboxPage.ts') } },
  })) as Rolldown.RolldownOutput;
  return built.output[0].code;
};

/** A product on an origin of its own, whose every page does nothing but capture events; `/elsewhere` captures none. */
export const startProduct = async (): Promise<{ readonly url: string; close(): Promise<void> }> => {
  const script = await bundlePage();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://product');
    const [type, body] =
      pathname === '/page.js'
        ? ['text/javascript', script]
        : [
            'text/html',
            pathname === '/elsewhere' ? '<h1>Elsewhere</h1>' : '<script type="module" src="/page.js"></script>',
          ];
    const policy = searchParams.get('policy');
    response.writeHead(200, { 'content-type': type, ...(policy && { 'content-security-policy': policy }) }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
