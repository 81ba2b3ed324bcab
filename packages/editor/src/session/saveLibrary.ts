import type { Problem } from '@shirube/schema/problem';
import type { Api, LibraryDocuments, LibraryKind } from '../server/api.ts';
import type { Answer } from '../server/failure.ts';
import type { LibraryChanges } from './Session.ts';

/** What is named comes before what names it: a segment may ask for a skill. Deleting goes the other way. */
const ORDER: readonly LibraryKind[] = ['skills', 'segments', 'themes'];

/** Writes every change; answers what was refused, with the path `/skills/<id>…`. What went before a refusal is written. */
export const saveLibrary = async (api: Api, changes: LibraryChanges): Promise<readonly Problem[]> => {
  const problems: Problem[] = [];
  for (const kind of ORDER) {
    for (const [id, value] of Object.entries(changes[kind])) {
      if (value !== null) problems.push(...problemsOf(await write(api, kind, value), `/${kind}/${id}`));
    }
  }
  for (const kind of [...ORDER].reverse()) {
    for (const [id, value] of Object.entries(changes[kind])) {
      const answer = value === null ? await api.deleteLibrary(kind, id) : undefined;
      const gone = answer?.ok === false && answer.failure.kind === 'gone';
      if (answer !== undefined && !gone) problems.push(...problemsOf(answer, `/${kind}/${id}`));
    }
  }
  return problems;
};

const write = (api: Api, kind: LibraryKind, value: LibraryDocuments[LibraryKind]): Promise<Answer<unknown>> =>
  api.writeLibrary(kind, value as never);

const problemsOf = (answer: Answer<unknown>, path: string): readonly Problem[] => {
  if (answer.ok) return [];
  const { kind, detail = kind, problems = [] } = answer.failure;
  if (problems.length === 0) return [{ code: kind, path, message: detail }];
  return problems.map((problem) => ({ ...problem, path: `${path}${problem.path}` }));
};
