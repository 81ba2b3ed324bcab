import introJs from 'intro.js';
import 'intro.js/introjs.css';

Object.assign(globalThis, { tour: (steps: never[]) => introJs.tour().setOptions({ steps }).start() });
