export type Scope = Document | ShadowRoot | Element;

/** Only these, and custom elements, may have a shadow root; the browser leaves out the most frequent others faster than we can. */
const MAY_HOST =
  ':not(a,b,button,br,code,dd,dt,em,fieldset,form,i,img,input,label,li,ol,option,path,select,small,strong,svg,svg *,table,tbody,td,textarea,th,thead,tr,u,ul)';

/** The scope itself and every open shadow root inside it, outer before inner. */
export const openRoots = (scope: Scope): Scope[] => {
  const roots: Scope[] = [scope];
  if (scope instanceof Object && 'shadowRoot' in scope && scope.shadowRoot) roots.push(scope.shadowRoot);
  for (let index = 0; index < roots.length; index++) {
    for (const element of roots[index]?.querySelectorAll(MAY_HOST) ?? []) {
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
