import type { Diagnose } from '../ports.ts';

/** Says each code once. A reporter that throws is not heard again. */
export const once = (report: Diagnose): Diagnose => {
  const told = new Set<string>();
  return (code, message) => {
    if (told.has(code)) return;
    told.add(code);
    try {
      report(code, message);
    } catch {}
  };
};

/** The one place that writes to the developer's console. */
export const warn: Diagnose = (code, message) => {
  const out: Pick<Console, 'warn'> = Reflect.get(globalThis, 'console');
  out.warn(`[shirube] ${code}: ${message}`);
};
