import { h } from '../h.ts';

/** Progress as a bar. It grows in the direction of the text. */
export const bar = (current: number, total: number): Element => {
  const done = h('i', {});
  done.style.width = `${(100 * current) / total}%`;
  return h('i', { part: 'bar' }, done);
};
