import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { drawing as eye } from 'lucide-static/icons/eye.svg?drawing';
import { drawing as eyeOff } from 'lucide-static/icons/eye-off.svg?drawing';
import { drawing as warning } from 'lucide-static/icons/triangle-alert.svg?drawing';
import type { Answer } from '../lib/client.ts';
import type { Route } from '../lib/route.ts';
import { Screen } from '../lib/screen.ts';
import type { Messages } from '../locale/en.ts';
import { icon } from '../parts/icon.ts';

type Problem = { readonly at: 'email' | 'password' | 'form'; readonly text: (say: Messages) => string };

/** Email and password; on success it returns to where the visitor wanted to go. */
export class SignInScreen extends Screen {
  static override properties = {
    ...Screen.properties,
    onSignedIn: { attribute: false },
    problem: { state: true },
    busy: { state: true },
    revealed: { state: true },
  };
  declare route: Route & { screen: 'sign-in' };
  declare onSignedIn: (email: string) => void;
  declare problem: Problem | undefined;
  declare busy: boolean;
  declare revealed: boolean;

  constructor() {
    super();
    this.busy = false;
    this.revealed = false;
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    this.querySelector<HTMLInputElement>('#email')?.focus();
  }

  override render(): TemplateResult {
    const { say } = this.context.words;
    const problem = this.problem;
    const text = problem?.text(say);
    return html`
      <div class="sign-in">
        <div class="sign-in-card">
          <h1 tabindex="-1">${say.signIn.title}</h1>
          <p class="muted">${this.route.next === '/' ? say.signIn.lede : say.signIn.expired}</p>
          <form method="post" action="/v1/session" novalidate @submit=${this.#submit}>
            <label class="field" for="email">${say.signIn.email}</label>
            <input id="email" name="email" type="email" autocomplete="username" inputmode="email" autocapitalize="none" spellcheck="false" required
              aria-invalid=${problem?.at === 'email' ? 'true' : nothing} aria-describedby=${problem ? 'sign-in-problem' : nothing} />
            <label class="field" for="password">${say.signIn.password}</label>
            <div class="password">
              <input id="password" name="password" type=${this.revealed ? 'text' : 'password'} autocomplete="current-password" required
                aria-invalid=${problem?.at === 'password' ? 'true' : nothing} aria-describedby=${problem ? 'sign-in-problem' : nothing} />
              <button type="button" class="icon-button" aria-label=${this.revealed ? say.signIn.hidePassword : say.signIn.showPassword}
                @click=${() => {
                  this.revealed = !this.revealed;
                }}>${icon(this.revealed ? eyeOff : eye)}</button>
            </div>
            <div id="sign-in-problem" role="alert">
              ${text === undefined ? nothing : html`<p class="problem">${icon(warning)} <span>${text}</span></p>`}
            </div>
            <button type="submit" class="button button-primary button-wide" aria-disabled=${this.busy ? 'true' : 'false'}>
              ${this.busy ? say.signIn.busy : say.signIn.submit}
            </button>
          </form>
          <p class="hint muted">${say.signIn.hint}</p>
        </div>
      </div>
    `;
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.busy || !(event.target instanceof HTMLFormElement)) return;
    const data = new FormData(event.target);
    const [email, password] = [String(data.get('email')).trim(), String(data.get('password'))];
    if (email === '') return this.#fail({ at: 'email', text: (say) => say.signIn.emailMissing });
    if (password === '') return this.#fail({ at: 'password', text: (say) => say.signIn.passwordMissing });
    this.busy = true;
    this.problem = undefined;
    const answer = await this.context.client.signIn(email, password);
    this.busy = false;
    if (answer.kind === 'ok') return this.onSignedIn(answer.value.member.email);
    this.#fail(problemOf(answer));
  };

  #fail(problem: Problem): void {
    this.problem = problem;
    this.querySelector<HTMLInputElement>(problem.at === 'email' ? '#email' : '#password')?.focus();
  }
}

const problemOf = (answer: Exclude<Answer<unknown>, { kind: 'ok' }>): Problem => {
  if (answer.kind === 'signed-out') return { at: 'password', text: (say) => say.signIn.mismatch };
  if (answer.kind === 'too-many') {
    return { at: 'form', text: (say) => say.signIn.tooMany(answer.retryAfterSeconds) };
  }
  if (answer.kind === 'refused') {
    return { at: 'form', text: (say) => say.signIn.refused(answer.status, answer.detail) };
  }
  return { at: 'form', text: (say) => say.signIn.unreachable };
};
