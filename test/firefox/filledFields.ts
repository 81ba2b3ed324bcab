import type { Browser, Locator } from '@playwright/test';

/** The fields whose content cannot be selected by a script, as the driver does before it types: it would add to what is there. */
const UNSELECTABLE = /^(number|email)$/;

/** Empties such a field before it is filled. */
export const fillOverWhatIsThere = (browser: Browser): void => {
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.on('page', (page) => patch(Object.getPrototypeOf(page.locator('input')) as Prototype));
    return context;
  };
};

type Prototype = Pick<Locator, 'fill' | 'evaluate'>;
const patched = new WeakSet<Prototype>();

const patch = (locator: Prototype): void => {
  if (patched.has(locator)) return;
  patched.add(locator);
  const { fill } = locator;
  locator.fill = async function (this: Locator, value, options) {
    await this.evaluate(
      (field, [pattern, text]) => {
        if (!(field instanceof HTMLInputElement) || !new RegExp(pattern).test(field.type)) return;
        field.value = '';
        if (!text) field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      },
      [UNSELECTABLE.source, value] as const,
      options?.timeout === undefined ? {} : { timeout: options.timeout },
    );
    return fill.call(this, value, options);
  };
};
