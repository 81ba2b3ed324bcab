import './fonts.ts';
import './styles/base.css';
import './styles/controls.css';
import './styles/shell.css';
import './styles/pages.css';
import './styles/demo.css';
import { startApp } from './app.ts';
import { startPhone } from './phone.ts';

const root = document.querySelector<HTMLElement>('#app');
if (root !== null && location.pathname === '/phone') startPhone(root);
else if (root !== null) startApp(root);
