// In JavaScript, because React brings no types of its own and no other part of the workspace needs them.
import { createElement } from 'react';
import { Joyride } from 'react-joyride';

Object.assign(globalThis, { tour: (steps) => createElement(Joyride, { steps, run: true, continuous: true }) });
