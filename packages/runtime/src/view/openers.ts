/** What opens menus, lists or popovers, by what it says of itself. */
export const OPENERS = '[aria-haspopup],[aria-expanded],[popovertarget]';
