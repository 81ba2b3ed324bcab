/** The colours of a step, by the name that follows `--shirube-`: what they are in light and in dark where nobody says otherwise. */
export const COLORS = {
  surface: ['#fff', '#1f1d1a'],
  ink: ['#1c1b19', '#f4f1ea'],
  muted: ['#5c574f', '#b8b1a6'],
  accent: ['#1c1b19', '#f4f1ea'],
  'on-accent': ['#fff', '#1f1d1a'],
  border: ['#8a8378', '#857d70'],
} as const;
