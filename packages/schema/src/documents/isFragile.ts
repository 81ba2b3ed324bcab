import type { Target } from '../target.ts';

/** Class names that builds make up: css-1x2y3z, sc-bdVaJa, _button_1a2b3, jss12, Button_root__3xYz1. */
const GENERATED =
  /\.(?:css-[a-z0-9]+|sc-[A-Za-z0-9]+|jss\d+|_?[A-Za-z]\w*?_{1,3}(?=\w*\d)[A-Za-z0-9]{4,}|(?=\w*\d)(?=\w*[A-Z])\w{6,})(?![\w-])/;
const POSITION = /:(?:nth-(?:last-)?(?:child|of-type)|first-child|last-child|only-child)\b/;
/** More steps from element to element than this follow the layout, not the meaning. */
const MAX_STEPS = 4;

const isFragileSelector = (selector: string): boolean =>
  POSITION.test(selector) ||
  GENERATED.test(selector) ||
  selector.replace(/\[[^\]]*\]|\([^)]*\)/g, '').split(/\s*[>+~]\s*|\s+/).length > MAX_STEPS;

/** Whether a target hangs on nothing but selectors that change with the layout or the build. */
export const isFragile = ({ selectors, text, fingerprint }: Target): boolean =>
  text === undefined && fingerprint === undefined && Boolean(selectors?.every(isFragileSelector));
