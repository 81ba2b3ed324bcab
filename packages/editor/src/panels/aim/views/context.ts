import type { SeenEvent, SeenTrait } from '@shirube/schema/api';
import type { Condition } from '@shirube/schema/rules';
import type { Session, UiLocale } from '../../../session/Session.ts';
import type { AimTexts } from '../locale/index.ts';
import type { Vocabulary } from '../words/phrase.ts';

/** What the form of one leaf needs: what is known, and the way to put another condition in its place. */
export interface LeafContext {
  readonly session: Session;
  readonly ui: UiLocale;
  readonly texts: AimTexts;
  readonly vocabulary: Vocabulary;
  readonly set: (condition: Condition) => void;
  /** Runs something that needs the page: the popover closes meanwhile and comes back. */
  readonly away: (work: () => Promise<void>) => void;
}

/** Seen traits of one owner as suggestions. */
export const traitSuggestions = ({ session, texts }: Pick<LeafContext, 'session' | 'texts'>, of: SeenTrait['of']) =>
  session.workspace.traits.flatMap((seen) =>
    seen.of === of ? [{ value: seen.path, label: seen.path, note: texts.people_(seen.people) }] : [],
  );
export const eventSuggestions = ({ session, texts }: Pick<LeafContext, 'session' | 'texts'>) =>
  session.workspace.events.map((seen: SeenEvent) => ({
    value: seen.name,
    label: seen.name,
    note: texts.people_(seen.people),
  }));
/** Today, as dates are written: "2026-12-01" in the author's zone. */
export const todayOf = ({ page }: Session): string => {
  const now = new (page as unknown as { Date: DateConstructor }).Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
};
