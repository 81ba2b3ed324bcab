import type { TargetState } from '@shirube/schema/report';
import { html, type TemplateResult } from 'lit';
import { drawing as healing } from 'lucide-static/icons/bandage.svg?drawing';
import { drawing as found } from 'lucide-static/icons/check.svg?drawing';
import { drawing as broken } from 'lucide-static/icons/circle-x.svg?drawing';
import { drawing as collecting } from 'lucide-static/icons/hourglass.svg?drawing';
import { drawing as fragile } from 'lucide-static/icons/triangle-alert.svg?drawing';
import { targetWords } from '../locale/targets/words.ts';
import type { Words } from '../locale/words.ts';
import { icon } from './icon.ts';

const drawings = { broken, fragile, healing, collecting, healthy: found } as const;
const tones = { broken: 'bad', fragile: 'warn', healing: 'warn', collecting: 'muted', healthy: 'good' } as const;

/** An icon and a word: the colour alone says nothing. */
export const targetState = (words: Words, state: TargetState): TemplateResult =>
  html`<span class="state target-state ${tones[state]}">${icon(drawings[state])} ${targetWords(words.language).state[state]}</span>`;
export const targetIcon = (state: TargetState): TemplateResult =>
  html`<span class=${tones[state]}>${icon(drawings[state])}</span>`;
