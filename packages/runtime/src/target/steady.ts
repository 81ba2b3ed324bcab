/** Does a framework or a build make this value, so that it changes with the next release? `:r3:`, `radix-12`, `ember1204`, `css-1q2w3e`, long hashes. */
export const looksGenerated = (value: string): boolean =>
  /^:|^(radix|ember|mui|headlessui|ext-gen|react-aria|downshift|rc)\W?|\d{3,}|[0-9a-f]{8,}/i.test(value) ||
  isHash(value);

/** A class that a style compiler made: `css-1q2w3e`, `sc-bdVaJa`, `jss12`, `_3xK9a`, `Button_root__x7Fq2`. */
const isHash = (value: string): boolean => {
  const last = /(?:^|[-_])([A-Za-z0-9]{5,})$/.exec(value)?.[1];
  return !!last && /\d/.test(last) && /[a-z]/i.test(last) && !/^[a-z]+\d{1,2}$/i.test(last);
};

/** What an element looks like just now, rather than what it is. */
const STATES =
  /^(is-|has-)?(active|current|selected|open|opened|show|shown|hide|hidden|in|out|on|off|fade|collapsed?|collapsing|expanded|focus(ed)?|hover(ed)?|disabled|enabled|loading|loaded|checked|visible|invisible|first|last|odd|even|d-none)$/;

/** The classes of an element that may still be there tomorrow. */
export const steadyClasses = (element: Element, limit: number): string[] => {
  const value = element.getAttribute('class');
  if (!value) return [];
  return value
    .split(/\s+/)
    .filter((it) => it && it.length < 40 && !looksGenerated(it) && !STATES.test(it))
    .slice(0, limit);
};
