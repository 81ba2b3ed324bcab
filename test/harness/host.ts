import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A customer's product in miniature: its own origin, a few routes by history, and Shirube by the script tag that the server prints. */
export interface Host {
  readonly url: string;
  /** Turns the tag off, for pages before Shirube was added. */
  close(): Promise<void>;
}

const page = (endpoint: string, key: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Host product</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/host.css">
<script src="/host.js"></script>
<script type="module" src="${endpoint}/shirube.js" data-key="${key}"></script>
</head><body>
<header><a href="/" data-route>Home</a> <a href="/invoices" data-route id="to-invoices">Invoices</a></header>
<main><h1>Invoices</h1>
<button type="button" data-tour="new-invoice" id="new-invoice">New invoice</button>
<label>Amount <input id="amount" name="amount"></label>
<button type="button" id="send">Send invoice</button>
<p id="status" role="status"></p></main>
</body></html>`;

const script = `
window.shirube = window.shirube || Object.assign([], Object.fromEntries(
  ['identify', 'track', 'start', 'stop', 'reset', 'on', 'explain', 'destroy'].map((name) => [name, (...args) => { window.shirube.push([name, ...args]); }])));
const person = new URLSearchParams(location.search).get('person') || sessionStorage.getItem('person');
if (person) { sessionStorage.setItem('person', person); window.shirube.identify(person, { role: 'admin', plan: 'trial' }); }
document.addEventListener('click', (event) => {
  const link = event.target.closest && event.target.closest('a[data-route]');
  if (link) { event.preventDefault(); history.pushState(null, '', link.getAttribute('href')); }
  if (event.target.id === 'send') { window.shirube.track('invoice_sent', { total: Number(document.querySelector('#amount').value) || 0 }); document.querySelector('#status').textContent = 'Sent'; }
});
`;

const css = 'body { font: 16px/1.5 sans-serif; margin: 40px } main { display: grid; gap: 24px; justify-items: start }';

/** Starts the host product on a free port of 127.0.0.1. */
export const startHost = async (endpoint: string, key: string): Promise<Host> => {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    const [type, body] =
      path === '/host.js'
        ? ['text/javascript', script]
        : path === '/host.css'
          ? ['text/css', css]
          : ['text/html', page(endpoint, key)];
    response.writeHead(200, {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': `default-src 'self'; script-src 'self' ${endpoint}; connect-src 'self' ${endpoint}; require-trusted-types-for 'script'`,
    });
    response.end(body);
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
