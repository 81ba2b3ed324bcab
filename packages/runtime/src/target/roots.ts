export type Scope = Document | ShadowRoot | Element;

/** The scope itself and every open shadow root inside it, outer before inner. */
export const openRoots = (scope: Scope): Scope[] => {
  const roots: Scope[] = [scope];
  if (scope instanceof Object && 'shadowRoot' in scope && scope.shadowRoot) roots.push(scope.shadowRoot);
  for (let index = 0; index < roots.length; index++) {
    for (const element of roots[index]?.querySelectorAll('*') ?? []) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
    }
  }
  return roots;
};

/** The document inside a frame, or null when it is of another origin or not loaded. */
export const frameDocument = (element: Element): Document | null => {
  try {
    return (element as HTMLIFrameElement).contentDocument ?? null;
  } catch {
    return null;
  }
};
