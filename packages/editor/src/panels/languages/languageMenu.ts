import type { Session } from '../../session/Session.ts';
import { trashIcon } from '../../ui/icons.ts';
import { openMenu } from '../../ui/openMenu.ts';
import { textsIn } from '../../ui/texts.ts';
import { localeName, removeLocale } from './exchange/locales.ts';
import { coverageOf } from './exchange/readText.ts';
import { listUnits } from './exchange/units.ts';
import { languageTexts } from './texts.ts';

/** What can be done with a language that is not the original. */
export const openLanguageMenu = (button: HTMLElement, session: Session, locale: string): void => {
  const { tour } = session.draft ?? {};
  if (!tour) return;
  const texts = textsIn(languageTexts, session.ui);
  const { done, total } = coverageOf(tour, listUnits(tour), locale);
  const name = localeName(locale, session.ui);
  openMenu(button, [
    {
      label: done < total ? `${texts.makeOriginal} (${texts.makeOriginalNot(total - done)})` : texts.makeOriginal,
      do: () => session.editTour({ name: texts.did.original }, (it) => ({ ...it, defaultLocale: locale })),
    },
    {
      label: texts.remove,
      icon: trashIcon,
      danger: true,
      do: () => {
        if (session.draft?.contentLocale === locale) session.showLocale(tour.defaultLocale);
        session.editTour({ name: texts.did.remove(name) }, (it) => removeLocale(it, locale));
        session.notify(texts.removed(name), { label: texts.undo, do: () => session.undo() });
      },
    },
  ]);
};
