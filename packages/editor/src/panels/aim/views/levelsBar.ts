import type { LevelsAnswer } from '@shirube/schema/api';
import { html, type TemplateResult } from 'lit';
import type { Asked } from '../Latest.ts';
import type { AimTexts } from '../locale/index.ts';

const LEVELS = ['novice', 'learning', 'proficient'] as const;

/** How many people are at which level today: a bar whose parts are named and counted beneath it. */
export const levelsBar = (
  { library, levels: names }: AimTexts,
  { state, value }: Asked<LevelsAnswer>,
): TemplateResult => {
  if (value === undefined)
    return html`<div class="bar" aria-hidden="true"></div><p class="hint">${state === 'failed' ? library.levelsFailed : library.levelsLoading}</p>`;
  const { people, novice, learning, proficient } = value;
  return html`
    <div class="bar" role="img" aria-label=${library.levelsOf(novice, learning, proficient, people)}>
      ${LEVELS.map((level) => html`<i class=${level} .style=${`width:${people === 0 ? 0 : (value[level] / people) * 100}%`}></i>`)}
    </div>
    <div class="legend number" aria-hidden="true">${LEVELS.map((level) => html`<span class=${level}>${names[level]} ${value[level]}</span>`)}</div>`;
};
