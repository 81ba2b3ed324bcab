import type { Placement, Position, Step } from '@shirube/schema/tour';
import { html, nothing, type TemplateResult } from 'lit';
import { setField } from '../../../document/steps.ts';
import type { StepContext } from '../StepPanel.ts';

/** In the order in which one walks around the target. The style sheet of the panel says where each stands in the picture. */
const SPOTS: readonly Placement[] = [
  ...(['top-start', 'top', 'top-end', 'right-start', 'right', 'right-end'] as const),
  ...(['bottom-end', 'bottom', 'bottom-start', 'left-end', 'left', 'left-start'] as const),
];

export const placementView = (context: StepContext): TemplateResult | typeof nothing => {
  const { step } = context;
  if (step.kind === 'modal') return nothing;
  if (step.kind === 'slideout')
    return positionView(context, ['top-start', 'top-end', 'start', 'end', 'bottom-start', 'bottom-end'], 'bottom-end');
  if (step.kind === 'banner') return positionView(context, ['top', 'bottom'], 'top');
  return html`${step.kind === 'hotspot' ? beaconView(context) : nothing}${aroundView(context)}${step.kind === 'tooltip' ? spotlightView(context) : nothing}`;
};

const aroundView = ({ step, texts, change }: StepContext): TemplateResult => {
  const now = step.placement ?? 'auto';
  const choose = (placement: Placement): void =>
    change(texts.edits.place, (one) => setField(one, 'placement', placement));
  const onKey = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by === undefined || event.altKey) return;
    event.preventDefault();
    const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll('button')];
    const to = buttons[(buttons.findIndex((one) => one.ariaChecked === 'true') + by + buttons.length) % buttons.length];
    to?.click();
    to?.focus();
  };
  return html`
    <div class="section" data-field="placement">
      <h3 id="placement">${texts.placement}: ${texts.placements[now]}</h3>
      <div class="spots" role="radiogroup" aria-labelledby="placement" @keydown=${onKey}>
        ${SPOTS.map(
          (placement) => html`
            <button role="radio" aria-checked=${placement === now} aria-label=${texts.placements[placement]} title=${texts.placements[placement]}
              tabindex=${placement === now ? 0 : -1} @click=${() => choose(placement)}
              data-spot=${placement}></button>
          `,
        )}
        <button class="middle" role="radio" aria-checked=${now === 'auto'} tabindex=${now === 'auto' ? 0 : -1} @click=${() => choose('auto')}>${texts.placements.auto}</button>
      </div>
      <p class="hint">${texts.placementHow}</p>
    </div>
  `;
};

const positionView = (
  { step, texts, change }: StepContext,
  positions: readonly Position[],
  usual: Position,
): TemplateResult => html`
  <div class="section" data-field="position">
    <div class="field">
      <label for="position">${texts.position}</label>
      <select id="position" @change=${(event: Event) => {
        const value = (event.target as HTMLSelectElement).value as Position;
        change(texts.edits.place, (now) => setField(now, 'position', value));
      }}>
        ${positions.map((one) => html`<option value=${one} .selected=${one === (step.position ?? usual)}>${texts.positions[one]}</option>`)}
      </select>
    </div>
  </div>
`;

const beaconView = ({ step, texts, change, locale }: StepContext): TemplateResult => {
  const beacon = step.beacon ?? {};
  const set = (next: Step['beacon'], merge?: string): void =>
    change(texts.edits.beacon, (now) => setField(now, 'beacon', next), merge);
  return html`
    <div class="section" data-field="beacon">
      <h3>${texts.beacon}</h3>
      <div class="pair">
        <div class="field">
          <label for="beacon-at">${texts.beaconAt}</label>
          <select id="beacon-at" @change=${(event: Event) => set({ ...beacon, position: (event.target as HTMLSelectElement).value as Position })}>
            ${(Object.keys(texts.positions) as Position[]).map((one) => html`<option value=${one} .selected=${one === (beacon.position ?? 'top-end')}>${texts.positions[one]}</option>`)}
          </select>
        </div>
        <div class="field">
          <label for="beacon-label">${texts.beaconLabel}</label>
          <input id="beacon-label" maxlength="30" .value=${beacon.label?.[locale] ?? ''} @input=${(event: Event) => {
            const { value } = event.target as HTMLInputElement;
            const { [locale]: _, ...others } = beacon.label ?? {};
            const label = value === '' ? others : { ...beacon.label, [locale]: value };
            set(setField(beacon, 'label', Object.keys(label).length > 0 ? label : undefined), 'beacon');
          }} />
        </div>
      </div>
    </div>
  `;
};

const spotlightView = ({ step, texts, change }: StepContext): TemplateResult => {
  const { spotlight } = step;
  const set = (next: Step['spotlight'], merge?: string): void =>
    change(texts.edits.spotlight, (now) => setField(now, 'spotlight', next), merge);
  const px = (key: 'paddingPx' | 'radiusPx', label: string, usual: number): TemplateResult => html`
    <div class="field">
      <label for=${key}>${label}</label>
      <input id=${key} class="number" type="number" min="0" max="64" .value=${String(spotlight?.[key] ?? usual)} @input=${(
        event: Event,
      ) => {
        const value = (event.target as HTMLInputElement).valueAsNumber;
        if (value >= 0) set({ ...spotlight, [key]: value }, key);
      }} />
    </div>
  `;
  return html`
    <div class="section" data-field="spotlight">
      <label class="check">
        <input type="checkbox" .checked=${spotlight !== undefined}
          @change=${(event: Event) => set((event.target as HTMLInputElement).checked ? { paddingPx: 8, interactive: true } : undefined)} />
        <span><b>${texts.spotlight}</b><br /><span class="hint">${texts.spotlightHow}</span></span>
      </label>
      ${
        spotlight === undefined
          ? nothing
          : html`
            <label class="check">
              <input type="checkbox" .checked=${spotlight.interactive === true}
                @change=${(event: Event) => set({ ...spotlight, interactive: (event.target as HTMLInputElement).checked })} />
              <span>${texts.interactive}</span>
            </label>
            <div class="pair">${px('paddingPx', texts.padding, 8)}${px('radiusPx', texts.radius, 8)}</div>
          `
      }
    </div>
  `;
};
