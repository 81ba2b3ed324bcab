import { css } from 'lit';

/** The colours of the editor, light and dark, set on `.root` inside the editor's own shadow root, where the app's style sheets do not reach. */
export const tokens = css`
  .root {
    --paper: #f4f2ed;
    --surface: #ffffff;
    --raised: #ffffff;
    --hover: #f4f2ed;
    --ink: #1c1b19;
    --muted: #5c574f;
    --line: #ddd8ce;
    --edge: #857f74;
    --accent: #b93a22;
    --on-accent: #ffffff;
    --focus: #1d5fd1;
    --good: #0b6b52;
    --warn: #855800;
    --bad: #b3261e;
    --info: #2457c5;
    --shadow: 0 8px 28px rgb(0 0 0 / 18%);
    font: 400 13px / 1.5 system-ui, -apple-system, 'Segoe UI', 'Hiragino Sans', 'Noto Sans JP', 'Yu Gothic UI', sans-serif;
    color: var(--ink);
    color-scheme: light;
    line-break: strict;
    word-break: auto-phrase;
    overflow-wrap: anywhere;
    text-size-adjust: none;
  }
  .root:lang(ja) {
    line-height: 1.7;
  }
  @media (prefers-color-scheme: dark) {
    .root {
      --paper: #151412;
      --surface: #1f1d1a;
      --raised: #292622;
      --hover: #33302b;
      --ink: #f4f1ea;
      --muted: #b8b1a6;
      --line: #3a362f;
      --edge: #8d867a;
      --accent: #ff8a70;
      --on-accent: #2a0b04;
      --focus: #8ab4ff;
      --good: #5fd0ae;
      --warn: #e9b949;
      --bad: #ff8a80;
      --info: #9dbdff;
      --shadow: 0 8px 28px rgb(0 0 0 / 50%);
      color-scheme: dark;
    }
  }
`;
