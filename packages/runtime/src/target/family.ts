/** The children of one parent, in order, and those of each tag. */
interface Family {
  readonly all: readonly Element[];
  readonly ofTag: ReadonlyMap<string, readonly Element[]>;
}
/** Families that have been listed at one moment: the rows of a long table share theirs. */
export type Families = Map<ParentNode, Family>;

/** The element with its siblings; a family of none where it stands alone in nothing. */
export const familyOf = (element: Element, known: Families): Family => {
  const parent = element.parentNode as ParentNode | null;
  if (!parent) return NONE;
  const family = known.get(parent) ?? listed(parent);
  known.set(parent, family);
  return family;
};

const NONE: Family = { all: [], ofTag: new Map() };

/** From sibling to sibling: going through the live list of them is several times as slow. */
const listed = (parent: ParentNode): Family => {
  const all: Element[] = [];
  const ofTag = new Map<string, Element[]>();
  for (let it = parent.firstElementChild; it; it = it.nextElementSibling) {
    all.push(it);
    const same = ofTag.get(it.localName);
    if (same) same.push(it);
    else ofTag.set(it.localName, [it]);
  }
  return { all, ofTag };
};
