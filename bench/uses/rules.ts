import { compile, evaluate } from '@shirube/schema/rules';

Object.assign(globalThis, { rules: { compile, evaluate } });
