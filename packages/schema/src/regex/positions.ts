import type { Node } from './parseRegex.ts';

/** The position automaton (Glushkov 1961): one state for each atom as written, and how often one may follow another. */
export interface Positions {
  readonly atoms: readonly string[];
  /** `follow[a].get(b)`: in how many ways b may come right after a. Two ways within a loop are two ways at each turn. */
  readonly follow: readonly Map<number, number>[];
  readonly first: readonly number[];
}
interface Part {
  readonly nullable: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

/** Whether it takes the same number of characters in only one way. */
const isFixed = (node: Node): boolean =>
  node.type === 'repeat'
    ? node.min === node.max && isFixed(node.part)
    : node.type === 'sequence'
      ? node.parts.every(isFixed)
      : node.type !== 'choice';

export const positionsOf = (root: Node): Positions => {
  const atoms: string[] = [];
  const follow: Map<number, number>[] = [];
  const connect = (from: readonly number[], to: readonly number[]) => {
    for (const a of from) for (const b of to) follow[a]?.set(b, (follow[a].get(b) ?? 0) + 1);
  };
  const visit = (node: Node): Part => {
    switch (node.type) {
      case 'empty':
        return { nullable: true, first: [], last: [] };
      case 'atom': {
        const at = atoms.push(node.source) - 1;
        follow.push(new Map());
        return { nullable: false, first: [at], last: [at] };
      }
      case 'choice': {
        const parts = node.parts.map(visit);
        return {
          nullable: parts.some((part) => part.nullable),
          first: parts.flatMap((part) => part.first),
          last: parts.flatMap((part) => part.last),
        };
      }
      case 'repeat': {
        const part = visit(node.part);
        // A fixed number of the same turns leaves no choice; any other number of turns is taken for a loop.
        if (node.max > 1 && (node.max !== node.min || !isFixed(node.part))) connect(part.last, part.first);
        return { ...part, nullable: part.nullable || node.min === 0 };
      }
      case 'sequence':
        return node.parts.map(visit).reduce<Part>(
          (left, right) => {
            connect(left.last, right.first);
            return {
              nullable: left.nullable && right.nullable,
              first: left.nullable ? [...left.first, ...right.first] : left.first,
              last: right.nullable ? [...left.last, ...right.last] : right.last,
            };
          },
          { nullable: true, first: [], last: [] },
        );
    }
  };
  const { first } = visit(root);
  return { atoms, follow, first };
};
