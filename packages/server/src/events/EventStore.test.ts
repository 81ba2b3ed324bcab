import { DuckDbEventStore } from './duckdb/DuckDbEventStore.ts';
import { eventStoreConformance } from './eventStoreConformance.ts';
import { MemoryEventStore } from './memory/MemoryEventStore.ts';
import { peopleConformance } from './peopleConformance.ts';

eventStoreConformance('DuckDB', () => DuckDbEventStore.open(':memory:'));
eventStoreConformance('The in-memory oracle', () => Promise.resolve(new MemoryEventStore()));

peopleConformance('DuckDB', () => DuckDbEventStore.open(':memory:'));
peopleConformance('The in-memory oracle', () => Promise.resolve(new MemoryEventStore()));
