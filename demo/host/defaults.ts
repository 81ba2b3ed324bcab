import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
export const DATA_DIR = join(ROOT, '.data', 'demo');
export const PRODUCT_FOLDER = join(ROOT, 'demo', 'dist');
export const SHIRUBE_PORT = 4700;
export const PRODUCT_PORT = 4710;
export const RUNS = 3_000;
export const DAYS = 30;
export const SEED = 20_261_121;
