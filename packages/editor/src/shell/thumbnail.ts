import type { Step } from '@shirube/schema/tour';
import { css, html, type TemplateResult } from 'lit';
import type { StageState } from '../stage/Stage.ts';
import type { ShellTexts } from './texts.ts';

interface Thumbnail {
  readonly number: number;
  readonly title: string;
  readonly here: boolean;
  readonly troubled: boolean;
  readonly elsewhere: string;
  /** Of the step that is shown: what became of its target. */
  readonly look: StageState | undefined;
  readonly looks: ShellTexts['looks'];
}

/** A step as a small picture: where its card stands by kind and placement, its number and its title. */
export const thumbnail = (step: Step, parts: Thumbnail): TemplateResult => {
  const { number, title, here, troubled, elsewhere, look, looks } = parts;
  const status = look?.name === 'shown' ? look.look?.status : undefined;
  return html`
    <span class="picture ${step.kind} ${step.placement?.split('-')[0] ?? 'auto'} ${step.spotlight || step.kind === 'modal' ? 'dim' : ''}" aria-hidden="true">
      ${here ? html`<i class="spot"></i>` : ''}
      <i class="card-box"></i>
    </span>
    <span class="caption">
      <b class="number">${number}</b>
      <span class="truncate">${title}</span>
      ${troubled ? html`<i class="dot bad"></i>` : ''}
    </span>
    ${here ? '' : html`<span class="where">${elsewhere}</span>`}
    ${status && status !== 'found' ? html`<span class="where trouble">${looks[status]}</span>` : ''}
  `;
};

export const thumbnailStyles = css`
  .picture {
    position: absolute;
    inset: 0 0 26px;
    background: var(--paper);
  }
  .picture.dim {
    background: color-mix(in srgb, var(--ink) 22%, var(--paper));
  }
  .picture i {
    position: absolute;
    border-radius: 3px;
  }
  .spot {
    left: 50%;
    top: 50%;
    width: 22px;
    height: 8px;
    margin: -4px 0 0 -11px;
    background: var(--accent);
  }
  .card-box {
    left: 50%;
    top: 50%;
    width: 44px;
    height: 17px;
    margin: -8px 0 0 -22px;
    background: var(--surface);
    border: 1px solid var(--edge);
  }
  .bottom .spot,
  .auto .spot {
    margin-top: -18px;
  }
  .bottom .card-box,
  .auto .card-box {
    margin-top: -5px;
  }
  .top .spot {
    margin-top: 9px;
  }
  .top .card-box {
    margin-top: -14px;
  }
  .left .spot {
    margin-left: 16px;
  }
  .left .card-box {
    margin-left: -34px;
  }
  .right .spot {
    margin-left: -38px;
  }
  .right .card-box {
    margin-left: -10px;
  }
  :is(.modal, .slideout, .banner) .spot {
    display: none;
  }
  .picture.modal .card-box {
    margin-top: -8px;
  }
  .picture.slideout .card-box {
    left: auto;
    top: auto;
    right: 6px;
    bottom: 6px;
    margin: 0;
  }
  .picture.banner .card-box {
    left: 0;
    top: 0;
    width: 100%;
    height: 10px;
    margin: 0;
    border-radius: 0;
  }
  .picture.hotspot .spot {
    width: 10px;
    height: 10px;
    border-radius: 50%;
  }
  .caption {
    position: absolute;
    inset: auto 0 0;
    display: flex;
    align-items: center;
    gap: 6px;
    height: 26px;
    padding: 0 8px;
    font-size: 12px;
    background: var(--surface);
    border-top: 1px solid var(--line);
  }
  .caption .number {
    color: var(--muted);
    font-weight: 400;
  }
  .dot {
    flex: none;
    width: 7px;
    height: 7px;
    margin-inline-start: auto;
    border-radius: 50%;
  }
  .dot.bad {
    background: var(--bad);
  }
  .where {
    position: absolute;
    top: 4px;
    left: 4px;
    max-width: calc(100% - 36px);
    padding: 0 6px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: 11px;
    color: var(--muted);
    background: var(--surface);
    border-radius: 4px;
  }
  .where.trouble {
    color: var(--warn);
  }
`;
