/** How the panel stands: which side, and whether it is folded to a button. */
export interface PanelLayout {
  readonly side: 'left' | 'right';
  readonly collapsed: boolean;
}

const NAME = 'shirube:editor:layout';
const first: PanelLayout = { side: 'right', collapsed: false };

/** The layout of this tab; the first one where storage is refused or holds something else. */
export const readLayout = (storage: () => Storage): PanelLayout => {
  try {
    const kept = JSON.parse(storage().getItem(NAME) ?? 'null') as Partial<PanelLayout> | null;
    return { side: kept?.side === 'left' ? 'left' : 'right', collapsed: kept?.collapsed === true };
  } catch {
    return first;
  }
};

export const keepLayout = (storage: () => Storage, layout: PanelLayout): void => {
  try {
    storage().setItem(NAME, JSON.stringify(layout));
  } catch {
    // Refused storage: the layout lasts until the page is left.
  }
};
