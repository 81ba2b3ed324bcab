import type { Theme } from '@shirube/schema/theme';
import type { Tour } from '@shirube/schema/tour';
import type { Work, Workspace } from '../../session/Session.ts';

/** The theme that a tour wears; undefined: the built-in default, or one that nobody has. */
export const wornTheme = (tour: Tour, { themes }: Pick<Workspace, 'themes'>): Theme | undefined =>
  themes.find(({ id }) => id === (tour.theme ?? 'default'));

export const withTheme = (work: Work, theme: Theme): Work => ({
  ...work,
  library: { ...work.library, themes: { ...work.library.themes, [theme.id]: theme } },
});

export const wearing = (work: Work, themeId: string | undefined): Work => {
  if (work.tour.theme === themeId) return work;
  const { theme: _, ...tour } = work.tour;
  return { ...work, tour: themeId === undefined ? tour : { ...tour, theme: themeId } };
};

const MAX_ID = 64;

/** An id that no theme has yet, out of the tour's. */
export const freeThemeId = (tourId: string, themes: readonly Theme[]): string => {
  const base = tourId.slice(0, MAX_ID - 4);
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (id !== 'default' && !themes.some((theme) => theme.id === id)) return id;
  }
};

/** Changes the theme that the tour wears. A tour with the default gets a theme of its own by it. */
export const changeTheme = (
  work: Work,
  { themes }: Pick<Workspace, 'themes'>,
  name: string,
  change: (theme: Theme) => Theme,
): Work => {
  const worn = wornTheme(work.tour, { themes });
  if (worn) {
    const changed = change(worn);
    return changed === worn ? work : withTheme(work, changed);
  }
  const wanted = work.tour.theme;
  const id = wanted === undefined || wanted === 'default' ? freeThemeId(work.tour.id, themes) : wanted;
  return wearing(withTheme(work, change({ id, name })), id);
};
