import { ADMIN_EMAIL } from './documents/Members.ts';
import type { RunningServer } from './startServer.ts';

const words = {
  en: {
    ready: 'Shirube is ready.',
    data: 'Data folder',
    reports: 'Reports',
    admin: 'Sign in as',
    password: 'Password',
    once: 'shown this once; change it with SHIRUBE_ADMIN_PASSWORD',
    key: 'Public key',
    paste: 'Paste into your app',
    edit: 'Publish a tour as in README.md, then open your app with ?shirube=edit to see the live tours over it.',
  },
  ja: {
    ready: 'Shirube（道しるべ）の準備ができました。',
    data: 'データフォルダー',
    reports: 'レポート',
    admin: 'サインイン',
    password: 'パスワード',
    once: '表示は今回だけです。SHIRUBE_ADMIN_PASSWORD で変更できます',
    key: '公開キー',
    paste: 'アプリに貼り付けてください',
    edit: 'README.ja.md の手順でツアーを公開し、アプリを ?shirube=edit 付きで開くと、公開中のツアーを画面の上で確認できます。',
  },
} as const;

/** What a first start tells: where things are, how to get in, what to paste. `language` is LANG, such as ja_JP.UTF-8. */
export const welcome = (
  { url, publicKey, adminPassword }: RunningServer,
  dataDir: string,
  language: string,
): string => {
  const t = words[language.startsWith('ja') ? 'ja' : 'en'];
  return [
    t.ready,
    '',
    `  ${t.reports}: ${url}/`,
    `  ${t.data}: ${dataDir}`,
    `  ${t.admin}: ${ADMIN_EMAIL}`,
    ...(adminPassword === undefined ? [] : [`  ${t.password}: ${adminPassword}  (${t.once})`]),
    `  ${t.key}: ${publicKey}`,
    '',
    `  ${t.paste}:`,
    `  <script type="module" src="${url}/shirube.js" data-key="${publicKey}"></script>`,
    '',
    `  ${t.edit}`,
    '',
  ].join('\n');
};
