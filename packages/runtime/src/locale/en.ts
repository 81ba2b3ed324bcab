/** Every text that the runtime itself shows. `{n}` and `{total}` are filled in. */
export const en = {
  next: 'Next',
  back: 'Back',
  close: 'Close',
  done: 'Done',
  step: 'Step {n} of {total}',
};
