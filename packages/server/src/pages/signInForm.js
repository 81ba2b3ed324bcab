/** The answer of the server, or undefined when there was none. */
export const send = async (method, path, body) => {
  try {
    const headers = body === undefined ? {} : { 'Content-Type': 'application/json' };
    return await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  } catch {
    return undefined;
  }
};

/** Shows the form with the focus where something is missing. */
export const showSignIn = (form) => {
  form.hidden = false;
  (form.email.value === '' ? form.email : form.password).focus();
};

/** `onSignedIn` gets the member's e-mail. */
export const signInForm = (form, { wrong, tooFast, failed }, onSignedIn) => {
  const problem = form.querySelector('.problem');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    problem.textContent = '';
    const answer = await send('POST', '/v1/session', { email: form.email.value, password: form.password.value });
    if (answer?.ok !== true) {
      problem.textContent = { 401: wrong, 429: tooFast }[answer?.status] ?? failed;
      return;
    }
    form.password.value = '';
    form.hidden = true;
    onSignedIn((await answer.json()).member.email);
  });
};
