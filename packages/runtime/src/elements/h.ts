/** What can stand inside an element. What is not there (`undefined`, `false`) leaves nothing. */
export type Child = Node | string | false | undefined | readonly Child[];
type Value = string | number | undefined | (() => void);

const fill = (node: Element, values: Readonly<Record<string, Value>>, children: readonly Child[]): void => {
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'function') node.addEventListener(name, value);
    else if (value !== undefined) node.setAttribute(name, String(value));
  }
  node.append(
    ...(children.flat(9) as Child[]).filter((it) => it !== undefined && it !== false).map((it) => it as Node),
  );
};

/**
 * An element with its attributes, listeners (a function under the event's name) and children. Made by DOM calls: with no HTML
 * string there is nothing to escape, and no Trusted Types policy that a page would have to allow.
 */
export const h = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  values: Readonly<Record<string, Value>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] => {
  const node = document.createElement(name);
  fill(node, values, children);
  return node;
};

/** A drawing of one path that assistive technology passes over. `size` is the side of its square, in its own units. */
export const icon = (size: number, path: string): Element => {
  const make = (name: string, values: Readonly<Record<string, Value>>, ...children: readonly Child[]): Element => {
    const node = document.createElementNS('http://www.w3.org/2000/svg', name);
    fill(node, values, children);
    return node;
  };
  return make('svg', { viewBox: `0 0 ${size} ${size}`, 'aria-hidden': 'true' }, make('path', { d: path }));
};
