import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** On a free port of 127.0.0.1; answers the origin. */
export const listen = (http: Server): Promise<string> =>
  new Promise((resolve) =>
    http.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(http.address() as AddressInfo).port}`)),
  );
export const close = (http: Server): Promise<void> =>
  new Promise((resolve) => {
    http.close(() => resolve());
    http.closeAllConnections();
  });
