import type { SeenTrait } from '@shirube/schema/api';
import type { Condition, PageMatch } from '@shirube/schema/rules';
import type { Frequency, Trigger } from '@shirube/schema/tour';
import type { Workspace } from '../../session/Session.ts';

/** Who, when and how often, together. `audience` undefined is everyone. */
export interface Aim {
  readonly audience: Condition | undefined;
  readonly trigger: Trigger;
  readonly frequency: Frequency;
}

/** How a new tour begins: new users, once, on this page. Without a trait that says since when someone is here, new are the first three sessions. */
export const defaultAim = (page: PageMatch, workspace: Pick<Workspace, 'traits'>): Aim => ({
  audience: newUsers(workspace.traits),
  trigger: { on: 'page', page, delayMs: 500 },
  frequency: { show: 'once' },
});

const SINCE = /^(created|signed_?up|registered|joined)(_?at|_?on|_?date)?$/i;
const newUsers = (traits: readonly SeenTrait[]): Condition => {
  const since = traits.find(({ of, path, types }) => of === 'user' && SINCE.test(path) && !types.includes('boolean'));
  return since ? { user: since.path, op: 'withinLast', value: '14d' } : { sessions: { op: 'lte', value: 3 } };
};
