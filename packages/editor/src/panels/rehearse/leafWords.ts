import type { Reason } from '@shirube/schema/rules';
import type { UiLocale, Workspace } from '../../session/Session.ts';
import { valueWords } from '../aim/words/values.ts';
import { conditionWords } from '../aim/words.ts';
import type { rehearseTexts } from './texts.ts';

/** In which language, by which names, and how the parts are put together. */
export interface LeafParts {
  readonly ui: UiLocale;
  readonly workspace: Workspace;
  readonly texts: (typeof rehearseTexts)['en'];
}

/** One leaf's answer for somebody: of whom it is true, as the panel of the audience says it, and what was found. */
export const leafWords = ({ wanted, found, result }: Reason, { ui, workspace, texts }: LeafParts): string => {
  const who = conditionWords(wanted, ui, workspace);
  const { leaf } = texts;
  if (result === 'unknown') return leaf.unknown(who);
  const held = result ? leaf.yes : leaf.no;
  if ('segment' in wanted || 'sample' in wanted || found === undefined) return held(who, '');
  return held(who, leaf.found(seenWords(wanted, found, { ui, texts })));
};

const seenWords = (
  wanted: Reason['wanted'],
  found: unknown,
  { ui, texts }: Pick<LeafParts, 'ui' | 'texts'>,
): string => {
  const { levels, pasts, why } = texts;
  if (found === null) return 'tour' in wanted ? pasts.never.toLowerCase() : why.nothing;
  const isLevel = 'skill' in wanted && typeof found === 'string' && Object.hasOwn(levels, found);
  return isLevel ? levels[found as keyof typeof levels].toLowerCase() : valueWords(found, ui);
};
