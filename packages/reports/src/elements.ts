/** The one place that registers elements. */
const define = (name: string, element: CustomElementConstructor): void => {
  if (!customElements.get(name)) customElements.define(name, element);
};

export const registerApp = (elements: {
  readonly app: CustomElementConstructor;
  readonly signIn: CustomElementConstructor;
  readonly tours: CustomElementConstructor;
}): void => {
  define('shirube-sign-in', elements.signIn);
  define('shirube-tours', elements.tours);
  define('shirube-reports', elements.app);
};

/** The tour screen is a chunk of its own: the list of tours opens without it. */
export const registerTourScreen = async (): Promise<void> => {
  const [{ TourScreen }, { Chart }] = await Promise.all([
    import('./screens/TourScreen.ts'),
    import('./charts/Chart.ts'),
  ]);
  define('shirube-chart', Chart);
  define('shirube-tour', TourScreen);
};

/** And so is that of targets. */
export const registerTargetsScreen = async (): Promise<void> => {
  const { TargetsScreen } = await import('./screens/TargetsScreen.ts');
  define('shirube-targets', TargetsScreen);
};
