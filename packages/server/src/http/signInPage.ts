import type { Context } from 'hono';
import { ADMIN_EMAIL } from '../documents/Members.ts';
import { pageAnswer, pageLocale, signInForm, signInWords } from './page.ts';
import { problem } from './problem.ts';
import { webOrigin } from './routes/access.ts';
import type { Services } from './Services.ts';

const words = {
  en: {
    title: 'Sign in to edit',
    allow: 'Allow',
    deny: 'Cancel',
    ask: 'Allow the Shirube editor on this site to change your tours for 12 hours?',
    signedInAs: 'Signed in as',
    other: 'Use another account',
    members: 'Members',
    noOpener: 'This window was not opened by your app. Close it and start the editor again.',
  },
  ja: {
    title: '編集のためのサインイン',
    allow: '許可する',
    deny: 'やめる',
    ask: 'このサイトの Shirube エディターが、12時間のあいだツアーを変更できるようにします。許可しますか。',
    signedInAs: 'サインイン中',
    other: '別のアカウントを使う',
    members: 'メンバー',
    noOpener: 'このウィンドウはアプリから開かれていません。閉じて、エディターをもう一度始めてください。',
  },
} as const;

/** The popup in which a member signs in, sees as whom, and allows the editor on one site. */
export const editorSignInPage = async (c: Context, { members }: Services): Promise<Response> => {
  const origin = webOrigin(c.req.query('origin') ?? '');
  if (origin === undefined) {
    return problem(400, {
      code: 'not_an_origin',
      detail: 'Name the site: /editor/sign-in?origin=https://app.example.com',
    });
  }
  const locale = pageLocale(c);
  const t = { ...signInWords[locale], ...words[locale] };
  const { wrong, tooFast, failed, noOpener } = t;
  return pageAnswer({
    locale,
    title: t.title,
    script: 'sign-in.js',
    words: { origin, wrong, tooFast, failed, noOpener },
    width: 'narrow',
    // `origin` comes from the URL parser: it holds no character that means something in HTML.
    content: `${signInForm(t, onlyAdmin(await members.list()))}
<section id="consent" hidden>
<p>${t.ask}</p>
<p class="origin">${origin}</p>
<p class="actions"><button id="allow" type="button">${t.allow}</button><button id="deny" type="button" class="quiet">${t.deny}</button></p>
<p class="problem" role="alert"></p>
<p class="foot"><span class="who">${t.signedInAs} <b id="who"></b></span><button id="other" type="button" class="text">${t.other}</button><a href="/members" target="_blank">${t.members}</a></p>
</section>`,
  });
};

/** Where there is nobody but the first admin, that is who signs in; where there are others, nobody is named to strangers. */
export const onlyAdmin = (members: readonly { readonly email: string }[]): string =>
  members.length === 1 && members[0]?.email === ADMIN_EMAIL ? ADMIN_EMAIL : '';
