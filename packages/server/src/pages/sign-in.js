// Signs a member in, says as whom, asks, and hands a token to the window that opened this one, at exactly the origin that was named.
import { send, showSignIn, signInForm } from './signInForm.js';

const { origin, noOpener, ...words } = JSON.parse(document.body.dataset.words);
const form = document.querySelector('#sign-in');
const consent = document.querySelector('#consent');
const problem = consent.querySelector('.problem');

const ask = (email) => {
  document.querySelector('#who').textContent = email;
  problem.textContent = '';
  consent.hidden = false;
  document.querySelector('#allow').focus();
};
const signInAgain = () => {
  consent.hidden = true;
  showSignIn(form);
};

signInForm(form, words, ask);
document.querySelector('#allow').addEventListener('click', async () => {
  if (!window.opener) {
    problem.textContent = noOpener;
    return;
  }
  const answer = await send('POST', '/v1/editor-tokens', { origin });
  if (answer?.status === 401) return signInAgain();
  if (answer?.ok !== true) {
    problem.textContent = words.failed;
    return;
  }
  const { token } = await answer.json();
  window.opener.postMessage({ type: 'shirube-editor-token', token }, origin);
  window.close();
});
document.querySelector('#deny').addEventListener('click', () => window.close());
document.querySelector('#other').addEventListener('click', async () => {
  const answer = await send('DELETE', '/v1/session');
  if (answer?.ok !== true) {
    problem.textContent = words.failed;
    return;
  }
  form.email.value = '';
  signInAgain();
});

const session = await send('GET', '/v1/session');
if (session?.ok === true) ask((await session.json()).member.email);
else showSignIn(form);
if (session === undefined) form.querySelector('.problem').textContent = words.failed;
