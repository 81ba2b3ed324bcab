import { aimElements } from '../../src/panels/aim/elements.ts';
import { mountPanel } from '../harness/mountPanel.ts';

for (const [tag, element] of Object.entries(aimElements)) customElements.define(tag, element);
Object.assign(globalThis, { mountPanel });
