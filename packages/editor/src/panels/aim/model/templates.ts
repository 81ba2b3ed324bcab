import type { Condition, PageMatch } from '@shirube/schema/rules';
import type { Workspace } from '../../../session/Session.ts';
import { type Aim, defaultAim } from '../defaultAim.ts';
import type { AimTexts } from '../locale/index.ts';

export interface Template {
  readonly label: string;
  /** Parts that are left out stay as they are. */
  readonly aim: Partial<Aim>;
}
const MOST = 2;

/** Starting points: only those that what was seen can fill. */
export const templates = (page: PageMatch, workspace: Workspace, { template }: AimTexts): readonly Template[] => [
  { label: template.newUsers, aim: defaultAim(page, workspace) },
  { label: template.manual, aim: { audience: undefined, trigger: { on: 'manual' }, frequency: { show: 'always' } } },
  ...workspace.skills.slice(0, MOST).map(({ id, name = id }) => ({
    label: template.newToSkill(name),
    aim: { audience: { skill: id, is: 'novice' } as const },
  })),
  ...workspace.events.slice(0, MOST).map(({ name }) => ({
    label: template.notDone(name),
    aim: { audience: { event: name, count: { op: 'eq', value: 0 }, within: '30d' } as const },
  })),
  ...adminsOnTrial(workspace).map((audience) => ({ label: template.adminsOnTrial, aim: { audience } })),
];

const adminsOnTrial = ({ traits }: Workspace): readonly Condition[] => {
  const saying = (word: RegExp) =>
    traits.flatMap(({ of, path, types, values }) => {
      const seen = values.find(({ value }) => typeof value === 'string' && word.test(value));
      if (seen === undefined) return [];
      const op = types.includes('list') ? 'contains' : 'eq';
      return [
        (of === 'user' ? { user: path, op, value: seen.value } : { company: path, op, value: seen.value }) as Condition,
      ];
    })[0];
  const admin = saying(/^(admin|administrator|owner)$/i);
  const trial = saying(/^trial(ing)?$/i);
  return admin && trial ? [{ all: [admin, trial] }] : [];
};
