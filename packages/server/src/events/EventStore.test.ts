import { DuckDbEventStore } from './duckdb/DuckDbEventStore.ts';
import { eventStoreConformance } from './eventStoreConformance.ts';
import { MemoryEventStore } from './memory/MemoryEventStore.ts';

eventStoreConformance('DuckDB', () => DuckDbEventStore.open(':memory:'));
eventStoreConformance('The in-memory oracle', () => Promise.resolve(new MemoryEventStore()));
