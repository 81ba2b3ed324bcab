/** Languages that the pages are put into: not real words, but of the right script and length. */
export type Language = 'ja' | 'de';

const hashOf = (word: string): number => {
  let hash = 7;
  for (const char of word) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0;
  return hash;
};
const KANA =
  'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろ請求書設定画面管理検索登録一覧';
const SYLLABLES = [
  'ver',
  'ein',
  'stell',
  'ung',
  'über',
  'sicht',
  'rech',
  'nung',
  'be',
  'ar',
  'bei',
  'ten',
  'lösch',
  'schließ',
  'ge',
  'halt',
];

const wordIn = (language: Language, word: string): string => {
  let state = hashOf(word.toLowerCase());
  const step = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 8;
  };
  const length = Math.max(1, Math.round(word.length * (language === 'ja' ? 0.5 : 0.35)));
  return Array.from({ length }, () =>
    language === 'ja' ? KANA[step() % KANA.length] : SYLLABLES[step() % SYLLABLES.length],
  ).join('');
};
const textIn = (language: Language, text: string): string =>
  text.replace(/\p{L}{2,}/gu, (word) => wordIn(language, word));

/** Puts every text of the page, and every attribute that people read, into another language; ids, classes and addresses stay. */
export const translate = (language: Language): void => {
  document.documentElement.lang = language;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!/^(script|style)$/.test(node.parentElement?.localName ?? ''))
      node.nodeValue = textIn(language, node.nodeValue ?? '');
  }
  for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
    for (const element of document.querySelectorAll(`[${name}]`))
      element.setAttribute(name, textIn(language, element.getAttribute(name) ?? ''));
};
