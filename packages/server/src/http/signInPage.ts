import type { Context } from 'hono';
import { problem } from './problem.ts';
import { webOrigin } from './routes/access.ts';

const words = {
  en: {
    title: 'Sign in to edit',
    email: 'E-mail',
    password: 'Password',
    signIn: 'Sign in',
    wrong: 'The e-mail or the password is wrong.',
    tooFast: 'Too many tries. Wait a little, then try again.',
    failed: 'That did not work. Is the server running?',
    allow: 'Allow',
    deny: 'Cancel',
    ask: 'Allow the Shirube editor on this site to change your tours for 12 hours?',
    noOpener: 'This window was not opened by your app. Close it and start the editor again.',
  },
  ja: {
    title: '編集のためのサインイン',
    email: 'メールアドレス',
    password: 'パスワード',
    signIn: 'サインイン',
    wrong: 'メールアドレスかパスワードが違います。',
    tooFast: '試行回数が多すぎます。少し待ってからもう一度お試しください。',
    failed: 'うまくいきませんでした。サーバーは動いているか確かめてください。',
    allow: '許可する',
    deny: 'やめる',
    ask: 'このサイトの Shirube エディターが、12時間のあいだツアーを変更できるようにします。許可しますか。',
    noOpener: 'このウィンドウはアプリから開かれていません。閉じて、エディターをもう一度始めてください。',
  },
} as const;

/** The popup in which a member signs in and allows the editor on one site. No script or style is inline: the policy forbids both. */
export const editorSignInPage = (c: Context): Response => {
  const origin = webOrigin(c.req.query('origin') ?? '');
  if (origin === undefined) {
    return problem(400, {
      code: 'not_an_origin',
      detail: 'Name the site: /editor/sign-in?origin=https://app.example.com',
    });
  }
  const locale = /^ja\b/i.test(c.req.header('accept-language') ?? '') ? 'ja' : 'en';
  return new Response(page(locale, origin), {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', Vary: 'Accept-Language' },
  });
};

const seal = `<svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="7" fill="#b93a22"/><g fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="M16 6v20M11 26h10M8 9.5h13.5l3 3-3 3H8z"/></g></svg>`;

/** `origin` comes from the URL parser: it holds no character that means something in HTML. */
const page = (locale: 'en' | 'ja', origin: string): string => {
  const t = words[locale];
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${t.title} · Shirube</title>
<link rel="stylesheet" href="/editor/sign-in.css">
<script type="module" src="/editor/sign-in.js"></script>
</head>
<body data-origin="${origin}" data-wrong="${t.wrong}" data-too-fast="${t.tooFast}" data-failed="${t.failed}" data-no-opener="${t.noOpener}">
<main>
<p class="mark">${seal}Shirube <span lang="ja">道しるべ</span></p>
<h1>${t.title}</h1>
<form id="sign-in" hidden>
<label>${t.email}<input name="email" type="email" autocomplete="username" value="admin@localhost" required></label>
<label>${t.password}<input name="password" type="password" autocomplete="current-password" required></label>
<button type="submit">${t.signIn}</button>
</form>
<section id="consent" hidden>
<p>${t.ask}</p>
<p class="origin">${origin}</p>
<p class="actions"><button id="allow" type="button">${t.allow}</button><button id="deny" type="button" class="quiet">${t.deny}</button></p>
</section>
<p id="message" role="alert"></p>
</main>
</body>
</html>
`;
};
