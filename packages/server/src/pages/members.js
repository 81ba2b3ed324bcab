// Who may sign in: a list, an invitation, the own password. Everything that people typed is set as text, never as HTML.
import { send, showSignIn, signInForm } from './signInForm.js';

const words = JSON.parse(document.body.dataset.words);
const one = (selector) => document.querySelector(selector);
const [signIn, signedIn, list, done] = ['#sign-in', '#signed-in', '#members', '#done'].map(one);
const [invite, own] = ['#invite', '#own'].map(one);
let me = '';

const fill = (text, values) => text.replaceAll(/\{(\w+)\}/g, (_, name) => values[name]);
const element = (tag, text, more = {}) => Object.assign(document.createElement(tag), { textContent: text, ...more });

/** What went wrong, in the reader's words; an ended session asks for a new one. */
const explain = async (answer, place) => {
  if (answer?.status === 401) {
    signedIn.hidden = true;
    showSignIn(signIn);
    return;
  }
  const { type = '', problems = [] } = (await answer?.json().catch(() => undefined)) ?? {};
  const codes = problems.length > 0 ? problems.map(({ code }) => code) : [type.split(':').at(-1)];
  const known = codes.map((code) => words.problems[code]).filter((text) => text !== undefined);
  place.textContent = known.join(' ') || (answer?.status === 429 ? words.tooFast : words.failed);
};

const clear = () => {
  done.replaceChildren();
  for (const place of document.querySelectorAll('.problem')) place.textContent = '';
};

const row = (email, removable) => {
  const item = element('li', '');
  const name = element('span', email);
  if (email === me) name.append(element('small', words.you));
  item.append(name);
  if (!removable) return item;
  const button = element('button', words.remove, { type: 'button', className: 'quiet' });
  button.setAttribute('aria-label', fill(words.removeNamed, { email }));
  button.addEventListener('click', () => confirmRemoval(item, email));
  item.append(button);
  return item;
};

/** The row itself asks: nobody comes back by an undo. */
const confirmRemoval = (item, email) => {
  clear();
  const remove = element('button', words.remove, { type: 'button', className: 'danger' });
  const keep = element('button', words.keep, { type: 'button', className: 'quiet' });
  const back = () => {
    const again = row(email, true);
    item.replaceWith(again);
    again.querySelector('button').focus();
  };
  keep.addEventListener('click', back);
  item.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') back();
  });
  remove.addEventListener('click', async () => {
    const answer = await send('DELETE', `/v1/members/${encodeURIComponent(email)}`);
    if (answer?.ok !== true && answer?.status !== 404) return explain(answer, one('#list-problem'));
    await showMembers();
    if (signedIn.hidden) return;
    done.textContent = fill(words.removed, { email });
    one('h1').focus();
  });
  item.classList.add('asking');
  item.replaceChildren(element('span', fill(words.confirm, { email })), remove, keep);
  keep.focus();
};

const showMembers = async () => {
  const answer = await send('GET', '/v1/members');
  if (answer?.ok !== true) return explain(answer, one('#list-problem'));
  const { members } = await answer.json();
  one('#lede').textContent = members.length === 1 ? words.alone : fill(words.several, { count: members.length });
  list.replaceChildren(...members.map(({ email }) => row(email, members.length > 1)));
};

const show = async (email) => {
  me = email;
  one('#who').textContent = email;
  own.email.value = email;
  await showMembers();
  signedIn.hidden = false;
  one('h1').focus();
};

invite.addEventListener('submit', async (event) => {
  event.preventDefault();
  clear();
  const [email, password] = [invite.email.value.trim(), invite.password.value];
  const answer = await send('POST', '/v1/members', { email, password });
  if (answer?.ok !== true) return explain(answer, invite.querySelector('.problem'));
  invite.reset();
  await showMembers();
  const { member } = await answer.json();
  done.append(`${fill(words.invited, { email: member.email })} `, element('code', password));
  done.scrollIntoView({ block: 'nearest' });
});

/** Twenty characters that are not mistaken for each other, in groups that can be read out: about 98 bits. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
one('#make-up').addEventListener('click', () => {
  const random = crypto.getRandomValues(new Uint32Array(20));
  const letters = Array.from(random, (number) => LETTERS[number % LETTERS.length]).join('');
  invite.password.value = letters.match(/.{5}/g).join('-');
  invite.password.focus();
});

own.addEventListener('submit', async (event) => {
  event.preventDefault();
  clear();
  const body = { current: own.current.value, password: own.password.value };
  const answer = await send('POST', '/v1/session/password', body);
  if (answer?.ok !== true) return explain(answer, own.querySelector('.problem'));
  own.current.value = '';
  own.password.value = '';
  done.textContent = words.changed;
  done.scrollIntoView({ block: 'nearest' });
});

one('#sign-out').addEventListener('click', async () => {
  clear();
  const answer = await send('DELETE', '/v1/session');
  if (answer?.ok !== true) return explain(answer, one('#list-problem'));
  signedIn.hidden = true;
  list.replaceChildren();
  signIn.email.value = '';
  showSignIn(signIn);
});

// It is for dragging: pressed here, it offers what can be copied.
one('#bookmark').addEventListener('click', (event) => {
  event.preventDefault();
  getSelection().selectAllChildren(one('#bookmark-address'));
});

signInForm(signIn, words, show);
const session = await send('GET', '/v1/session');
if (session?.ok === true) await show((await session.json()).member.email);
else showSignIn(signIn);
