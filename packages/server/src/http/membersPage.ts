import type { Context } from 'hono';
import { pageAnswer, pageLocale, signInForm, signInWords } from './page.ts';
import type { Services } from './Services.ts';
import { onlyAdmin } from './signInPage.ts';

/** `{…}` is filled in by the page. */
const words = {
  en: {
    title: 'Members',
    alone: 'Only you can write, publish and stop tours here.',
    several: '{count} people can write, publish and stop tours here.',
    you: 'you',
    remove: 'Remove',
    removeNamed: 'Remove {email}',
    confirm: 'Remove {email}? They are signed out everywhere at once; what they wrote stays.',
    keep: 'Keep',
    removed: '{email} was removed.',
    invite: 'Invite an author',
    inviteButton: 'Invite',
    makeUp: 'Make one up',
    inviteHint: 'At least 12 characters. No mail is sent: hand it over, and they change it here.',
    invited: '{email} can sign in now. Hand over this password; it is not shown again:',
    open: 'Open the editor on your app',
    openLead: 'Drag this link to your bookmarks. On a page of your app with Shirube’s script tag, it opens the editor.',
    bookmark: 'Edit with Shirube',
    openHow: 'Or give a bookmark this address, or add ?shirube=edit to the address of the page yourself:',
    own: 'Change your password',
    current: 'Current password',
    new: 'New password',
    newHint: 'At least 12 characters. You are signed out everywhere else.',
    change: 'Change password',
    changed: 'Your password was changed.',
    signedInAs: 'Signed in as',
    signOut: 'Sign out',
    reports: 'Reports',
    problems: {
      bad_email: 'This is not an e-mail address.',
      short_password: 'A password has at least 12 characters.',
      member_exists: 'This person is a member already.',
      last_member: 'Nobody could sign in any more. Invite somebody else first.',
      no_such_member: 'This person is no member any more.',
      wrong_password: 'The current password is wrong.',
    },
  },
  ja: {
    title: 'メンバー',
    alone: 'ツアーを編集・公開・停止できるのは、あなただけです。',
    several: '{count}人がツアーを編集・公開・停止できます。',
    you: 'あなた',
    remove: '外す',
    removeNamed: '{email} を外す',
    confirm: '{email} を外しますか。すべての端末からすぐにサインアウトされます。書いた内容は残ります。',
    keep: 'やめる',
    removed: '{email} をメンバーから外しました。',
    invite: '編集者を招待',
    inviteButton: '招待',
    makeUp: '自動で作る',
    inviteHint: '12文字以上。メールは送られません。本人に直接伝えてください。本人がこのページで変更できます。',
    invited: '{email} はサインインできるようになりました。次のパスワードを伝えてください。再表示はできません。',
    open: 'アプリでエディターを開く',
    openLead:
      'このリンクをブックマークバーにドラッグします。Shirube のスクリプトタグがあるアプリのページで押すと、エディターが開きます。',
    bookmark: 'Shirube で編集',
    openHow: 'ブックマークの URL に次を入れても、ページの URL に ?shirube=edit を付けても開けます。',
    own: 'パスワードの変更',
    current: '現在のパスワード',
    new: '新しいパスワード',
    newHint: '12文字以上。ほかの端末からはサインアウトされます。',
    change: 'パスワードを変更',
    changed: 'パスワードを変更しました。',
    signedInAs: 'サインイン中',
    signOut: 'サインアウト',
    reports: 'レポート',
    problems: {
      bad_email: 'メールアドレスの形になっていません。',
      short_password: 'パスワードは12文字以上にしてください。',
      member_exists: 'この人はすでにメンバーです。',
      last_member: 'サインインできる人がいなくなります。先にほかの人を招待してください。',
      no_such_member: 'この人はもうメンバーではありません。',
      wrong_password: '現在のパスワードが違います。',
    },
  },
} as const;

/** Keeps the rest of the page's address as it is. Dragged to the bookmarks it runs on the app's page; this page's own policy runs no such link. */
const BOOKMARKLET = "javascript:void(location.search+=(location.search?'&amp;':'?')+'shirube=edit')";

/** Who may sign in: invite, remove, change the own password. Says nothing about anybody before the reader has signed in. */
export const membersPage = async (c: Context, { members }: Services): Promise<Response> => {
  const locale = pageLocale(c);
  const t = { ...signInWords[locale], ...words[locale] };
  return pageAnswer({
    locale,
    title: t.title,
    script: 'members.js',
    words: t,
    width: 'wide',
    content: `${signInForm(t, onlyAdmin(await members.list()))}
<div id="signed-in" hidden>
<p id="lede"></p>
<ul id="members" class="members" aria-label="${t.title}"></ul>
<p id="list-problem" class="problem" role="alert"></p>
<p id="done" class="done" role="status"></p>
<h2>${t.invite}</h2>
<form id="invite">
<label>${t.email}<input name="email" type="email" autocomplete="off" required></label>
<label for="invite-password">${t.password}</label>
<div class="beside"><input id="invite-password" name="password" type="text" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="invite-hint" required><button id="make-up" type="button" class="quiet">${t.makeUp}</button></div>
<p id="invite-hint" class="hint">${t.inviteHint}</p>
<p class="problem" role="alert"></p>
<button type="submit">${t.inviteButton}</button>
</form>
<h2>${t.open}</h2>
<p>${t.openLead}</p>
<p><a id="bookmark" class="bookmark" href="${BOOKMARKLET}">${t.bookmark}</a></p>
<p class="hint" id="bookmark-hint">${t.openHow}</p>
<p><code id="bookmark-address">${BOOKMARKLET}</code></p>
<details><summary>${t.own}</summary>
<form id="own">
<input name="email" type="email" autocomplete="username" hidden>
<label>${t.current}<input name="current" type="password" autocomplete="current-password" required></label>
<label>${t.new}<input name="password" type="password" autocomplete="new-password" aria-describedby="own-hint" required></label>
<p id="own-hint" class="hint">${t.newHint}</p>
<p class="problem" role="alert"></p>
<button type="submit" class="quiet">${t.change}</button>
</form></details>
<p class="foot"><span class="who">${t.signedInAs} <b id="who"></b></span><a href="/">${t.reports}</a><button id="sign-out" type="button" class="text">${t.signOut}</button></p>
</div>`,
  });
};
