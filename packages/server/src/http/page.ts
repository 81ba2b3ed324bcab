import type { Context } from 'hono';

export type PageLocale = 'en' | 'ja';

export const pageLocale = (c: Context): PageLocale =>
  /^ja\b/i.test(c.req.header('accept-language') ?? '') ? 'ja' : 'en';

export interface Page {
  readonly locale: PageLocale;
  readonly title: string;
  /** Served from `pages/`, as is `page.css`: the policy forbids anything inline. */
  readonly script: string;
  /** What the script needs to know, as `document.body.dataset.words`. */
  readonly words: Readonly<Record<string, unknown>>;
  readonly width: 'narrow' | 'wide';
  /** HTML below the seal. */
  readonly content: string;
}

/** One of the server's own pages: the seal, the look, the language, and no cache. */
export const pageAnswer = (page: Page): Response =>
  new Response(htmlOf(page), {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', Vary: 'Accept-Language' },
  });

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** What `signInForm.js` takes over. `email` is filled in where there can be no doubt whose it is. */
export const signInForm = (t: SignInWords, email: string): string => `<form id="sign-in" hidden>
<label>${t.email}<input name="email" type="email" autocomplete="username" value="${escaped(email)}" required></label>
<label>${t.password}<input name="password" type="password" autocomplete="current-password" required></label>
<p class="problem" role="alert"></p>
<button type="submit">${t.signIn}</button>
</form>`;

export interface SignInWords {
  readonly email: string;
  readonly password: string;
  readonly signIn: string;
  readonly wrong: string;
  readonly tooFast: string;
  readonly failed: string;
}
export const signInWords: Readonly<Record<PageLocale, SignInWords>> = {
  en: {
    email: 'E-mail',
    password: 'Password',
    signIn: 'Sign in',
    wrong: 'The e-mail or the password is wrong.',
    tooFast: 'Too many tries. Wait a little, then try again.',
    failed: 'That did not work. Is the server running?',
  },
  ja: {
    email: 'メールアドレス',
    password: 'パスワード',
    signIn: 'サインイン',
    wrong: 'メールアドレスかパスワードが違います。',
    tooFast: '試行回数が多すぎます。少し待ってからもう一度お試しください。',
    failed: 'うまくいきませんでした。サーバーが動いているか確かめてください。',
  },
};

const seal = `<svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="7" fill="#b93a22"/><g fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="M16 6v20M11 26h10M8 9.5h13.5l3 3-3 3H8z"/></g></svg>`;

const htmlOf = ({ locale, title, script, words, width, content }: Page): string => `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Shirube</title>
<link rel="stylesheet" href="/editor/page.css">
<script type="module" src="/editor/${script}"></script>
</head>
<body data-words="${escaped(JSON.stringify(words))}">
<main${width === 'wide' ? ' class="wide"' : ''}>
<p class="mark">${seal}Shirube <span lang="ja">道しるべ</span></p>
<h1 tabindex="-1">${title}</h1>
${content}
</main>
</body>
</html>
`;
