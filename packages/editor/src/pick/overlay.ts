import type { PickTexts } from './locale/en.ts';
import { overlayStyles } from './overlayStyles.ts';
import type { Pickable } from './pickable.ts';
import { sayReason } from './rate.ts';

/** What is drawn over the page while something is picked. All of it lets the pointer through, but the shields. */
export interface Overlay {
  readonly host: HTMLElement;
  /** Has the keyboard while the picker has it: a screen reader then hands the keys on. */
  readonly keys: HTMLElement;
  /** Draws the outline and the label at a rectangle of the viewport, CSS px; undefined hides them. */
  draw(rect: DOMRect | undefined): void;
  /** What the label says; only the element's name and tag while it is not rated yet. */
  label(name: string, kind: string, rated: Pickable | undefined): void;
  say(words: string): void;
  frozen(state: 'frozen' | 'live'): void;
  /** Covers these rectangles, so that the pointer does not go where nothing can be heard of it. */
  shield(rects: readonly DOMRect[]): void;
  /** Is this event on a shield? */
  isShield(event: Event): boolean;
  dispose(): void;
}

/** Room between the element and the outline, and between the outline and the label, CSS px. */
const GAP = 4;
const LABEL_GAP = 6;
const EDGE = 8;

export const createOverlay = (layer: ShadowRoot | HTMLElement, page: Window, texts: PickTexts): Overlay => {
  const { host, root } = createLayer(layer, page, texts);
  const make = <Name extends keyof HTMLElementTagNameMap>(name: Name, className: string, parent: Element = root) => {
    const made = page.document.createElement(name);
    made.className = className;
    parent.append(made);
    return made;
  };
  const outline = make('div', 'outline');
  const label = make('div', 'label');
  const line = make('div', 'line', label);
  const [name, kind] = [make('span', 'name', line), make('span', 'kind', line)];
  const frost = make('span', 'frost', line);
  frost.append(icon('frozen', page.document), texts.frozenBadge);
  const rating = make('div', 'rating', label);
  const word = make('span', 'word', rating);
  const why = make('span', 'why', rating);
  const keys = make('div', 'keys');
  keys.tabIndex = -1;
  keys.role = 'application';
  keys.ariaLabel = texts.picking;
  keys.ariaDescription = texts.keys;
  const heard = make('p', 'heard');
  heard.role = 'status';
  const shields: HTMLElement[] = [];
  label.ariaHidden = 'true';
  outline.hidden = true;
  label.hidden = true;
  let drawnAt = '';
  return {
    host,
    keys,
    draw(rect) {
      const drawn = rect !== undefined && rect.width > 0 && rect.height > 0;
      const at = drawn ? [rect.x, rect.y, rect.width, rect.height, page.innerWidth, page.innerHeight].join() : '';
      if (at === drawnAt) return;
      drawnAt = at;
      outline.hidden = !drawn;
      label.hidden = !drawn;
      if (!drawn) return;
      stand(outline, new DOMRect(rect.x - GAP, rect.y - GAP, rect.width + 2 * GAP, rect.height + 2 * GAP));
      const { x, y } = besideOutline(rect, label.getBoundingClientRect(), page);
      move(label, x, y);
    },
    label(called, tag, rated) {
      drawnAt = 'stale';
      name.textContent = called;
      kind.textContent = tag;
      rating.hidden = rated === undefined;
      if (rated === undefined) return;
      rating.className = `rating ${rated.stability}`;
      word.replaceChildren(icon(rated.stability, page.document), texts.stability[rated.stability]);
      const [first] = rated.because;
      why.textContent = first ? sayReason(first, texts) : '';
    },
    say(words) {
      heard.textContent = words;
    },
    frozen(state) {
      root.classList.toggle('frozen', state === 'frozen');
      drawnAt = 'stale';
    },
    shield(rects) {
      while (shields.length > rects.length) shields.pop()?.remove();
      rects.forEach((rect, index) => {
        const shield = shields[index] ?? make('div', 'shield');
        shields[index] = shield;
        stand(shield, rect);
      });
    },
    isShield: (event) => shields.some((it) => event.composedPath().includes(it)),
    dispose: () => host.remove(),
  };
};

/** An element of our own with a style sheet of its own. */
export const createLayer = (layer: ShadowRoot | HTMLElement, page: Window, texts: PickTexts) => {
  const host = page.document.createElement('div');
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(overlayStyles);
  shadow.adoptedStyleSheets = [sheet];
  const root = page.document.createElement('div');
  root.className = 'root';
  root.lang = texts.lang;
  shadow.append(root);
  layer.append(host);
  return { host, root };
};

/** Property by property, which a strict style-src allows; a style attribute would be refused. */
export const stand = (element: HTMLElement, { x, y, width, height }: DOMRect): void => {
  move(element, x, y);
  element.style.setProperty('width', `${width}px`);
  element.style.setProperty('height', `${height}px`);
};
export const move = (element: HTMLElement, x: number, y: number): void =>
  element.style.setProperty('transform', `translate(${x}px, ${y}px)`);

/** Above the outline, else below it, else inside its top edge; whole in the viewport. */
const besideOutline = (rect: DOMRect, { width, height }: DOMRect, page: Window): { x: number; y: number } => {
  const away = GAP + LABEL_GAP;
  const above = rect.top - away - height;
  const below = rect.bottom + away;
  const fits =
    above >= EDGE ? above : below + height <= page.innerHeight - EDGE ? below : Math.max(EDGE, rect.top + EDGE);
  const clamp = (value: number, most: number): number => Math.max(EDGE, Math.min(value, most - EDGE));
  return {
    x: Math.round(clamp(rect.left - GAP, page.innerWidth - width)),
    y: Math.round(clamp(fits, page.innerHeight - height)),
  };
};

const SHAPES = {
  stable: 'M3.5 8.5l3 3 6-7',
  fair: 'M3 8c1.700-2.300 3.300-2.300 5 0s3.300 2.300 5 0',
  frozen: 'M8 2v12M2.800 5l10.400 6M13.200 5L2.800 11',
  fragile: 'M8 2.500l6 11H2zM8 6.500v3.500M8 11.800v.200',
};
const icon = (shape: keyof typeof SHAPES, page: Document): SVGElement => {
  const svg = page.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [name, value] of Object.entries({ viewBox: '0 0 16 16', width: '14', height: '14' }))
    svg.setAttribute(name, value);
  const path = page.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', SHAPES[shape]);
  svg.append(path);
  return svg;
};
