import { describeElement, resolveTarget } from '@shirube/runtime/target';

Object.assign(globalThis, { target: { describeElement, resolveTarget } });
