import type { Tour } from '@shirube/schema/tour';
import { newTour } from '../document/newTour.ts';
import { isRepaired } from '../document/shaped.ts';
import { parseSource } from '../document/sourceText.ts';
import { idFrom } from '../document/steps.ts';
import { defaultAim } from '../panels/aim/defaultAim.ts';
import { pageOf } from '../pick/index.ts';
import type { Answer, Failure } from '../server/failure.ts';
import type { Shell } from './Shell.ts';

/** Begins a tour on this page, when the tours are known: a new one must not take the id of another. */
export const createTour = async (shell: Shell): Promise<void> => {
  const { session, texts, parts } = shell;
  const { page, writes } = parts;
  if (!session.workspace.loaded && session.failure === undefined) await session.reload();
  // Asked now: another tab may have begun one since.
  const unsent = await session.unsent();
  const { workspace } = session;
  const { pathname } = page.location;
  const id = idFrom(pathname, [...workspace.tours.map((one) => one.id), ...unsent], 'tour');
  const name = texts.untitled(page.document.title.trim() || pathname);
  const here = pageOf(page.location);
  session.create(newTour({ id, name, locale: writes, page: here, aim: defaultAim(here, workspace) }), {
    ifTaken: 'rename',
  });
  // What is to be pointed at must not lie under a panel that is empty yet.
  shell.set({ mode: 'record', panel: 'step', kind: 'tooltip', folded: true });
  session.announce(texts.firstStep);
};

/** An author who changes a draft of which a part cannot be shown has to know that the part goes. */
export const tellRepaired = (shell: Shell): void => {
  const { draft } = shell.session;
  if (draft && isRepaired(draft.tour)) shell.notify(shell.texts.repaired);
};

/** A tour file: opened as a draft of its own id, which may be one that the server has; then it is the next edit of that. */
export const importTour = async (shell: Shell, name: string, text: string): Promise<void> => {
  const { texts, session } = shell;
  let tour: Tour;
  try {
    tour = tourIn(text);
  } catch (error) {
    shell.notify(texts.notATour(error instanceof Error ? error.message : ''));
    return;
  }
  if (session.workspace.tours.some(({ id }) => id === tour.id)) {
    await shell.open(tour.id);
    session.editTour({ name: texts.importTour }, () => tour);
    if (session.desk) session.desk.origin = originOf(name);
  } else session.create(tour, { origin: originOf(name) });
  shell.notify(texts.imported(String(tour.name ?? tour.id)));
};

/** Deletes the draft at the server and here; can be undone as long as it is offered. */
export const deleteTour = async (shell: Shell): Promise<void> => {
  const { session, texts, parts } = shell;
  const {
    tour: { id },
  } = session.draft ?? { tour: {} };
  if (id === undefined) return;
  const save = await session.flush();
  const { draft } = session;
  if (draft?.tour.id !== id) return;
  // The draft that was looked at and no other: somebody else's newer one stays.
  const { etag } = draft;
  const failure: Failure | undefined =
    save.name === 'conflict'
      ? { kind: 'conflict' }
      : etag === undefined
        ? undefined
        : failureIn(await session.api.deleteDraft(id, etag));
  if (failure !== undefined && failure.kind !== 'gone') {
    shell.notify(texts.failure[failure.kind](parts.origin, failure.detail ?? ''));
    return;
  }
  await session.close(id);
  await shell.reload();
  shell.notify(texts.deleted(draft.tour.name), { label: texts.undo, do: () => session.create(draft.tour) });
};
const failureIn = (answer: Answer<unknown>): Failure | undefined => (answer.ok ? undefined : answer.failure);

const tourIn = (text: string): Tour => {
  const tour = parseSource(text.replace(/^\uFEFF/, '')) as Partial<Tour> | null;
  if (typeof tour?.id !== 'string' || !Array.isArray(tour.steps)) throw new SyntaxError('id, steps');
  return tour as Tour;
};
const originOf = (file: string): string => `file ${encodeURIComponent(file)}`;
