/**
 * A constructable style sheet, so that a strict Content-Security-Policy has nothing to refuse. Made when it is first asked for;
 * all steps share it.
 */
export const sheetOf = (css: string): (() => CSSStyleSheet) => {
  let made: CSSStyleSheet | undefined;
  return () => {
    if (!made) {
      made = new CSSStyleSheet();
      made.replaceSync(css);
    }
    return made;
  };
};
