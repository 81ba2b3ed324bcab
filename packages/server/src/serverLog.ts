import { pino } from 'pino';

/** One JSON line per failure on standard error, for whatever gathers logs. */
export const serverLog = (): ((message: string, error?: unknown) => void) => {
  const logger = pino({ base: null }, pino.destination({ dest: 2, sync: true }));
  return (message, error) => (error === undefined ? logger.info(message) : logger.error({ err: error }, message));
};
