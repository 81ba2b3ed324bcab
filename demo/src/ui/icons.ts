import { html, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw';
import chart from 'lucide-static/icons/chart-column.svg?raw';
import check from 'lucide-static/icons/check.svg?raw';
import chevronDown from 'lucide-static/icons/chevron-down.svg?raw';
import help from 'lucide-static/icons/circle-question-mark.svg?raw';
import copy from 'lucide-static/icons/copy.svg?raw';
import invoice from 'lucide-static/icons/file-text.svg?raw';
import inbox from 'lucide-static/icons/inbox.svg?raw';
import home from 'lucide-static/icons/layout-dashboard.svg?raw';
import pencil from 'lucide-static/icons/pencil.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import restart from 'lucide-static/icons/rotate-ccw.svg?raw';
import search from 'lucide-static/icons/search.svg?raw';
import send from 'lucide-static/icons/send.svg?raw';
import settings from 'lucide-static/icons/settings.svg?raw';
import trash from 'lucide-static/icons/trash-2.svg?raw';
import customers from 'lucide-static/icons/users.svg?raw';
import close from 'lucide-static/icons/x.svg?raw';

const drawings = {
  arrowLeft,
  chart,
  check,
  chevronDown,
  copy,
  help,
  invoice,
  inbox,
  home,
  pencil,
  plus,
  restart,
  search,
  send,
  settings,
  trash,
  customers,
  close,
};
export type IconName = keyof typeof drawings;

/** Decoration beside a word, or inside a button that has a name. The drawings are files of the build, never data. */
export const icon = (name: IconName): TemplateResult =>
  html`<span class="icon" aria-hidden="true">${unsafeHTML(drawings[name])}</span>`;
