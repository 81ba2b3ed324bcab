export type { Browser, Happenings, PostAnswer } from './browser.ts';
export { createOutbox, type OutboxOptions } from './outbox.ts';
