export { StartFailure, type StartFailureCode } from './StartFailure.ts';
export { type RunningServer, type ServerOptions, startServer } from './startServer.ts';
