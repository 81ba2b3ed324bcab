export { type Database, openDatabase } from './database.ts';
export { openStore } from './store.ts';
