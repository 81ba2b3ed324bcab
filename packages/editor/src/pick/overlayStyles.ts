/** The picker's own style sheet, inside a shadow root of its own: neither the page's nor the editor's styles reach it. */
export const overlayStyles = `
  :host { all: initial; pointer-events: none; }
  .root {
    --surface: #ffffff; --ink: #1c1b19; --muted: #5c574f; --edge: #857f74; --accent: #b93a22; --focus: #1d5fd1;
    --stable: #0b6b52; --fair: #855800; --fragile: #b3261e;
    font: 400 13px / 1.5 system-ui, -apple-system, 'Segoe UI', 'Hiragino Sans', 'Noto Sans JP', 'Yu Gothic UI', sans-serif;
    color: var(--ink); color-scheme: light; line-break: strict; word-break: auto-phrase; overflow-wrap: anywhere;
    direction: ltr; text-align: start;
  }
  @media (prefers-color-scheme: dark) {
    .root {
      --surface: #1f1d1a; --ink: #f4f1ea; --muted: #b8b1a6; --edge: #8d867a; --accent: #ff8a70; --focus: #8ab4ff;
      --stable: #5fd0ae; --fair: #e9b949; --fragile: #ff8a80; color-scheme: dark;
    }
  }
  .outline, .label, .shield, .spot, .ghost, .grip { position: fixed; top: 0; left: 0; box-sizing: border-box; }
  [hidden] { display: none !important; }
  .outline {
    border: 2px solid var(--accent); border-radius: 6px;
    /* A ring of paper keeps the outline visible on any colour. */
    box-shadow: 0 0 0 2px var(--surface), inset 0 0 0 1px var(--surface);
  }
  .frozen .outline { border-style: dashed; }
  .label {
    max-width: min(340px, calc(100vw - 16px)); padding: 6px 10px; background: var(--surface);
    border: 1px solid var(--edge); border-radius: 6px; box-shadow: 0 8px 28px rgb(0 0 0 / 18%);
  }
  .label:lang(ja) { line-height: 1.6; }
  .line { display: flex; align-items: baseline; gap: 8px; }
  .name { font-weight: 600; }
  .kind { color: var(--muted); font: 12px / 1.5 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; white-space: nowrap; }
  .rating { display: flex; gap: 6px; font-size: 12px; color: var(--muted); }
  .word { display: inline-flex; flex: none; gap: 4px; align-items: center; height: 18px; font-weight: 600; white-space: nowrap; }
  .rating:lang(ja) .word { height: 19px; }
  .why { text-wrap: pretty; }
  .frost { display: none; flex: none; align-self: center; gap: 4px; align-items: center; margin-inline-start: auto; color: var(--focus); font-size: 12px; font-weight: 600; }
  .frozen .frost { display: inline-flex; }
  .stable .word { color: var(--stable); }
  .fair .word { color: var(--fair); }
  .fragile .word { color: var(--fragile); }
  svg { flex: none; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
  .shield { pointer-events: auto; }
  .spot { width: 10px; height: 10px; background: var(--surface); border: 2px solid var(--edge); border-radius: 50%; }
  .spot.near { background: var(--accent); border-color: var(--surface); }
  /* The card itself is shown there, too, so nothing of it is covered but a corner. */
  .ghost {
    display: grid; place-items: end; padding: 6px; background: color-mix(in srgb, var(--accent) 8%, transparent);
    border: 2px dashed var(--accent); border-radius: 10px;
  }
  .ghost span { padding: 0 6px; font-size: 12px; font-weight: 600; background: var(--surface); border-radius: 4px; }
  .grip {
    display: grid; place-items: center; width: 28px; height: 28px; padding: 0; pointer-events: auto; touch-action: none;
    color: var(--ink); background: var(--surface); border: 1px solid var(--edge); border-radius: 50%; cursor: grab;
    box-shadow: 0 2px 8px rgb(0 0 0 / 18%);
  }
  .grip.dragged { cursor: grabbing; }
  .grip:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
  @media (pointer: coarse) { .grip { width: 44px; height: 44px; margin: -8px; } }
  .heard, .keys { position: fixed; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;
