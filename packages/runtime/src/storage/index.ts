export { openDatabase } from './database.ts';
export { openStore } from './store.ts';
