import { describeElement } from '@shirube/runtime/target';
import type { OnMissing } from '@shirube/schema/tour';
import { html, nothing, type TemplateResult } from 'lit';
import { setField } from '../../../document/steps.ts';
import { targetIcon } from '../../../ui/icons.ts';
import type { StepContext } from '../StepPanel.ts';

interface Parts {
  readonly pick: () => void;
  /** How well the target can be found again, in words. */
  readonly rated: TemplateResult | undefined;
}

/** What the step points at, how it is found now, and what happens without it. */
export const targetView = (context: StepContext, { pick, rated }: Parts): TemplateResult => {
  const { step, texts, shell, change } = context;
  const { target } = step;
  const selectors = target?.selectors ?? [];
  return html`
    <div class="section" data-field="target onMissing timeoutMs">
      <h3>${texts.target}</h3>
      ${target === undefined ? html`<p class="hint">${texts.noTarget}</p>` : html`${rated ?? nothing}${statusView(context)}`}
      <div class="row wrap">
        <button @click=${pick}>${targetIcon}${target === undefined ? texts.pick : texts.pickAgain}</button>
        ${
          shell.state.stage.name === 'shown' && shell.state.stage.look?.status === 'healed' && shell.stageTarget
            ? html`<button @click=${() => {
                const element = shell.stageTarget;
                if (element) change(texts.edits.target, (now) => ({ ...now, target: describeElement(element) }));
              }}>${texts.repair}</button>`
            : nothing
        }
      </div>
      ${
        selectors.length > 0
          ? html`<details><summary class="hint">${texts.selectors}</summary>${selectors.map((one) => html`<p><code>${one}</code></p>`)}</details>`
          : nothing
      }
      <div class="field">
        <label for="missing">${texts.onMissing}</label>
        <select id="missing" @change=${(event: Event) => {
          const value = (event.target as HTMLSelectElement).value as OnMissing;
          change(texts.edits.missing, (now) => setField(now, 'onMissing', value));
        }}>
          ${(['wait', 'skip', 'end', 'center'] as const)
            .filter((one) => one !== 'center' || step.kind !== 'hotspot')
            .map(
              (one) =>
                html`<option value=${one} .selected=${one === (step.onMissing ?? 'wait')}>${texts.onMissings[one]}</option>`,
            )}
        </select>
      </div>
      ${
        (step.onMissing ?? 'wait') === 'wait'
          ? nothing
          : html`
            <div class="row">
              <label class="hint" for="timeout">${texts.after}</label>
              <input id="timeout" class="number" type="number" min="0" max="600" step="1" .value=${String((step.timeoutMs ?? 8000) / 1000)}
                @change=${(event: Event) => {
                  const seconds = (event.target as HTMLInputElement).valueAsNumber;
                  if (seconds >= 0)
                    change(texts.edits.missing, (now) => setField(now, 'timeoutMs', Math.round(seconds * 1000)));
                }} />
              <span class="hint">${texts.seconds}</span>
            </div>
          `
      }
    </div>
  `;
};

const statusView = ({ shell, texts }: StepContext): TemplateResult | typeof nothing => {
  const { stage } = shell.state;
  if (stage.name === 'elsewhere') return html`<p class="hint">${texts.status.elsewhere}</p>`;
  const look = stage.name === 'shown' ? stage.look : undefined;
  if (look === undefined) return nothing;
  const share = `${Math.round(look.confidence * 100)} %`;
  const words = look.status === 'healed' ? texts.status.healed(share) : texts.status[look.status];
  return html`<p class=${look.status === 'found' ? 'good' : 'warn'} role="status">${words}</p>`;
};
