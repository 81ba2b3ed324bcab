export type Scope = Document | ShadowRoot | Element;

/** The scope itself and every open shadow root inside it, outer before inner. */
export const openRoots = (scope: Scope): Scope[] => {
  const roots: Scope[] = [scope];
  if (scope instanceof Object && 'shadowRoot' in scope && scope.shadowRoot) roots.push(scope.shadowRoot);
  // A walker makes no list, and is some ten times as fast as asking for one and going through it.
  for (const root of roots) {
    const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
    for (let element = walker.nextNode() as Element | null; element; element = walker.nextNode() as Element | null)
      if (element.shadowRoot) roots.push(element.shadowRoot);
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
