import { html } from 'lit';

/** Broken is told by its pattern too, not by its colour alone: every picture of the page fills it with this one. */
export const hatch = html`<svg class="visually-hidden" width="0" height="0" aria-hidden="true" focusable="false">
  <defs>
    <pattern id="hatch-broken" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect class="hatch-ground" width="5" height="5"></rect>
      <rect class="hatch-line" width="1.5" height="5"></rect>
    </pattern>
  </defs>
</svg>`;
