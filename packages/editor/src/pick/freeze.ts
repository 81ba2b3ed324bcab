import { openRoots } from '@shirube/runtime/target';
import { windowsOf } from './walk.ts';

/** States that end when the pointer or the keyboard goes elsewhere. */
const STATES = [':hover', ':active', ':focus-within', ':focus-visible', ':focus'] as const;
/** Never true, and as specific as the pseudo-class that it stands for. */
const ALWAYS = ':not(._)';

type Root = Document | ShadowRoot;

/**
 * Keeps open what style sheets open for the pointer or the focus: their rules for `:hover` and its like are repeated, in a constructed style sheet beside the
 * page's own, for the elements that are in that state now. No element is touched. Returns what takes the sheets out again.
 * Out of reach: style sheets of other origins, and rules that hide by `:not(:hover)`.
 */
export const pinStates = (page: Window): (() => void) => {
  const undo = windowsOf(page).flatMap((view) => openRoots(view.document).map((root) => pin(root as Root)));
  return () => {
    for (const one of undo.splice(0)) one();
  };
};

const pin = (root: Root): (() => void) => {
  const held = STATES.flatMap((state) => {
    const paths = [...root.querySelectorAll(state)].map((it) => pathOf(it, root));
    const host = 'host' in root && root.host.matches(state);
    return paths.length || host
      ? [{ state, where: paths.length ? `:where(${paths.join()})${ALWAYS}` : ':not(*)', host }]
      : [];
  });
  if (!held.length) return () => {};
  const freeze = (text: string): string => {
    let frozen = text;
    for (const { state, where, host } of held) {
      if (host) frozen = frozen.replaceAll(`:host(${state})`, `:host(${ALWAYS})`);
      // Not `:focus` in `:focus-within`.
      frozen = frozen.replace(new RegExp(`${state}(?![\\w-])`, 'g'), where);
    }
    return frozen;
  };
  const names = held.map(({ state }) => state);
  const rules = [...root.styleSheets, ...root.adoptedStyleSheets].flatMap((sheet) => frozenRules(sheet, names, freeze));
  if (!rules.length) return () => {};
  // A sheet is taken only by the document of the window that made it.
  const view = (root.ownerDocument ?? root).defaultView as (Window & typeof globalThis) | null;
  if (!view) return () => {};
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(rules.join('\n'));
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((it) => it !== sheet);
  };
};

interface Grouping {
  readonly cssRules?: CSSRuleList;
  readonly selectorText?: string;
}

const frozenRules = (from: Grouping, states: readonly string[], freeze: (text: string) => string): string[] =>
  rulesOf(from).flatMap((rule) => {
    const { selectorText, cssText } = rule as CSSStyleRule;
    if (!states.some((it) => cssText.includes(it))) return [];
    if (selectorText !== undefined && states.some((it) => selectorText.includes(it))) return [freeze(cssText)];
    const inner = frozenRules(rule as Grouping, states, freeze);
    return inner.length ? [`${cssText.slice(0, cssText.indexOf('{'))}{${inner.join('\n')}}`] : [];
  });

const rulesOf = (from: Grouping): readonly CSSRule[] => {
  try {
    return [...(from.cssRules ?? [])];
  } catch {
    // A style sheet of another origin is not readable.
    return [];
  }
};

/** The way from the root to one element, and to no other. */
const pathOf = (element: Element, root: Root): string => {
  const steps: string[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    const parent = at.parentNode;
    const index = parent ? [...parent.children].indexOf(at) + 1 : 1;
    steps.unshift(at.parentElement || 'host' in root ? `${CSS.escape(at.localName)}:nth-child(${index})` : ':root');
  }
  return ['host' in root ? ':host' : '', ...steps].filter(Boolean).join(' > ');
};
