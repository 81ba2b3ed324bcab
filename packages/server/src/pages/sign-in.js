// Signs a member in, asks, and hands a token to the window that opened this one, at exactly the origin that was named.
const { origin, wrong, tooFast, failed, noOpener } = document.body.dataset;
const signIn = document.querySelector('#sign-in');
const consent = document.querySelector('#consent');
const message = document.querySelector('#message');

const send = (path, body) =>
  fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

const show = (part) => {
  signIn.hidden = part !== signIn;
  consent.hidden = part !== consent;
  message.textContent = '';
  part.querySelector(part === signIn ? '[name=password]' : '#allow').focus();
};

signIn.addEventListener('submit', async (event) => {
  event.preventDefault();
  const { email, password } = Object.fromEntries(new FormData(signIn));
  try {
    const answer = await send('/v1/session', { email, password });
    if (answer.ok) show(consent);
    else message.textContent = answer.status === 429 ? tooFast : wrong;
  } catch {
    message.textContent = failed;
  }
});

document.querySelector('#allow').addEventListener('click', async () => {
  if (!window.opener) {
    message.textContent = noOpener;
    return;
  }
  try {
    const answer = await send('/v1/editor-tokens', { origin });
    if (answer.status === 401) return show(signIn);
    const { token } = await answer.json();
    window.opener.postMessage({ type: 'shirube-editor-token', token }, origin);
    window.close();
  } catch {
    message.textContent = failed;
  }
});
document.querySelector('#deny').addEventListener('click', () => window.close());

fetch('/v1/session').then(
  (answer) => show(answer.ok ? consent : signIn),
  () => {
    message.textContent = failed;
  },
);
