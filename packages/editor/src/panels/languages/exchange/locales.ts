import type { Localized, Step, Tour } from '@shirube/schema/tour';

/** The tag as it is usually written (`pt-br` → `pt-BR`); undefined when it is none. */
export const canonicalLocale = (tag: string): string | undefined => {
  try {
    const trimmed = tag.trim().replaceAll('_', '-');
    return trimmed.length > 35 ? undefined : Intl.getCanonicalLocales(trimmed)[0];
  } catch {
    return undefined;
  }
};

/** `日本語`, in the language that `shownIn` names; the tag itself where no name is known. */
export const localeName = (locale: string, shownIn: string): string => {
  try {
    return new Intl.DisplayNames([shownIn], { type: 'language' }).of(locale) ?? locale;
  } catch {
    return locale;
  }
};

export const addLocale = (tour: Tour, locale: string): Tour =>
  tour.locales?.includes(locale) ? tour : { ...tour, locales: [...(tour.locales ?? []), locale] };

/** Takes a language out of the tour with all that is said in it. The default language stays. */
export const removeLocale = (tour: Tour, locale: string): Tour => {
  if (locale === tour.defaultLocale || !tour.locales?.includes(locale)) return tour;
  const without = <T>(texts: Localized<T>): Localized<T> => {
    if (!texts || !Object.hasOwn(texts, locale)) return texts;
    const { [locale]: _, ...others } = texts;
    return others;
  };
  return {
    ...tour,
    locales: tour.locales.filter((it) => it !== locale),
    steps: (tour.steps ?? []).map(
      (step): Step => ({
        ...step,
        content: without(step.content),
        ...(step.buttons && { buttons: step.buttons.map((it) => ({ ...it, label: without(it.label) })) }),
        ...(step.beacon?.label && { beacon: { ...step.beacon, label: without(step.beacon.label) } }),
      }),
    ),
  };
};
