/** The one tour that all guides show, on the page of `hostPage.ts`. */
export interface Stop {
  readonly target: string;
  readonly title: string;
  readonly text: string;
  /** The page is dimmed around the target, where the library can do that for one step alone. */
  readonly spotlight: boolean;
}

export const STOPS: readonly Stop[] = [
  { target: '#row-4', title: 'Your invoices', text: 'Every invoice that you send is kept here.', spotlight: false },
  { target: '#amount-6', title: 'What is owed', text: 'The amount turns red when it is late.', spotlight: true },
  { target: '#new-invoice', title: 'Your turn', text: 'Start with your first customer.', spotlight: false },
];

/** A target that is not on the page until a probe puts it there. */
export const LATER: Stop = { target: '#later', title: 'Here it is', text: 'It has just come.', spotlight: false };
