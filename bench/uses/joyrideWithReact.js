import { createRoot } from 'react-dom/client';
import './joyride.js';

Object.assign(globalThis, { render: (node, tour) => createRoot(node).render(tour) });
