import { z as zod } from 'zod';

// Without its code generator, which needs `eval`: the editor parses inside pages whose Content-Security-Policy forbids it.
zod.config({ jitless: true });

export const z = zod;
export type { ZodType } from 'zod';
