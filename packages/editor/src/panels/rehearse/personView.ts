import type { Person } from '@shirube/schema/api';
import type { Level } from '@shirube/schema/rules';
import { html, nothing, type TemplateResult } from 'lit';
import type { Session } from '../../session/Session.ts';
import { closeIcon, plusIcon } from '../../ui/icons.ts';
import { type MadeUp, nameOf, type Who } from './person.ts';
import type { rehearseTexts } from './texts.ts';

interface Parts {
  readonly session: Session;
  readonly texts: (typeof rehearseTexts)['en'];
  readonly who: Who;
  readonly made: MadeUp;
  readonly locale: string;
  readonly search: string;
  /** Undefined while they are being read. */
  readonly people: readonly Person[] | 'unreachable' | undefined;
  readonly choose: (who: Who) => void;
  readonly make: (made: MadeUp) => void;
  readonly speak: (locale: string) => void;
  readonly find: (search: string) => void;
}

/** As whom the tour is rehearsed. */
export const personView = (parts: Parts): TemplateResult => {
  const { texts, who, session, choose } = parts;
  const kinds = [
    ['anyone', texts.anyone],
    ['real', texts.real],
    ['made_up', texts.madeUp],
  ] as const;
  const pick = (kind: Who['kind']): void => choose(kind === 'real' ? { kind, userId: '' } : { kind });
  return html`<section class="section" aria-labelledby="who">
    <h3 id="who">${texts.who}</h3>
    <div
      class="segmented"
      role="radiogroup"
      aria-labelledby="who"
      @keydown=${(event: KeyboardEvent) => {
        const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        const at = kinds.findIndex(([kind]) => kind === who.kind);
        const next = (at + by + kinds.length) % kinds.length;
        pick(kinds[next]?.[0] ?? 'anyone');
        (event.currentTarget as HTMLElement).querySelectorAll('button')[next]?.focus();
      }}
    >
      ${kinds.map(
        ([kind, label]) => html`<button
          type="button"
          role="radio"
          aria-checked=${String(who.kind === kind)}
          tabindex=${who.kind === kind ? 0 : -1}
          @click=${() => pick(kind)}
        >${label}</button>`,
      )}
    </div>
    ${who.kind === 'anyone' ? html`<p class="hint">${texts.anyoneHint}</p>` : who.kind === 'real' ? realView(parts, who.userId) : madeUpView(parts)}
    ${
      (session.draft?.tour.locales?.length ?? 0) > 1
        ? select({
            id: 'locale',
            label: texts.locale,
            value: parts.locale,
            options: (session.draft?.tour.locales ?? []).map((locale) => [locale, localeName(locale, session.ui)]),
            change: parts.speak,
          })
        : nothing
    }
  </section>`;
};

const realView = (
  { texts, search, people, find, choose }: Parts,
  chosen: string,
): TemplateResult => html`<div class="field">
    <label for="search">${texts.search}</label>
    <input
      id="search"
      type="search"
      autocomplete="off"
      .value=${search}
      @input=${(event: Event) => find((event.target as HTMLInputElement).value)}
    />
  </div>
  ${
    people === 'unreachable'
      ? html`<p class="problem" role="status">${texts.unreachable}</p>`
      : people === undefined
        ? nothing
        : people.length === 0
          ? html`<p class="hint" role="status">${texts.noPeople}</p>`
          : html`<ul class="people">${people.slice(0, 8).map(
              (person) => html`<li><button
                type="button"
                class="quiet person"
                aria-pressed=${String(person.userId === chosen)}
                @click=${() => choose({ kind: 'real', userId: person.userId })}
              ><span class="truncate">${nameOf(person)}</span><span class="muted truncate">${traitLine(person)}</span></button></li>`,
            )}</ul>`
  }`;

/** The traits that tell people apart, in a line. */
const traitLine = ({ userId, traits }: Person): string =>
  [
    userId,
    ...Object.entries(traits).flatMap(([key, value]) =>
      typeof value === 'object' || ['name', 'firstName', 'email'].includes(key) ? [] : [`${key} ${value}`],
    ),
  ]
    .slice(0, 4)
    .join(' · ');

const madeUpView = ({ session, texts, made, make }: Parts): TemplateResult => {
  const { traits, skills, tours } = session.workspace;
  const change = (at: number, more: Partial<MadeUp['traits'][number]>): void =>
    make({ ...made, traits: made.traits.map((one, i) => (i === at ? { ...one, ...more } : one)) });
  const known = (path: string) => traits.find((one) => `${one.of === 'company' ? 'company.' : ''}${one.path}` === path);
  return html`<div class="stack" role="group" aria-label=${texts.traits}>
      <span class="hint">${texts.traits}</span>
      <datalist id="paths">${traits.map((one) => html`<option value="${one.of === 'company' ? 'company.' : ''}${one.path}"></option>`)}</datalist>
      ${made.traits.map(
        ({ path, value }, i) => html`<div class="trait">
          <input aria-label=${texts.trait} list="paths" autocomplete="off" .value=${path} @input=${(event: Event) => change(i, { path: (event.target as HTMLInputElement).value })} />
          <input aria-label="${texts.value} ${path}" list="values-${i}" autocomplete="off" .value=${value} @input=${(event: Event) => change(i, { value: (event.target as HTMLInputElement).value })} />
          <datalist id="values-${i}">${(known(path)?.values ?? []).map((one) => html`<option value=${String(one.value)}></option>`)}</datalist>
          <button type="button" class="quiet icon-only" aria-label=${texts.removeTrait(path)} title=${texts.removeTrait(path)} @click=${() => make({ ...made, traits: made.traits.filter((_, at) => at !== i) })}>${closeIcon}</button>
        </div>`,
      )}
      <div class="row"><button type="button" class="quiet" @click=${() => make({ ...made, traits: [...made.traits, { path: '', value: '' }] })}>${plusIcon}${texts.addTrait}</button></div>
    </div>
    ${
      skills.length === 0
        ? nothing
        : html`<div class="stack" role="group" aria-label=${texts.skills}>${skills.map((skill) =>
            select({
              id: `skill-${skill.id}`,
              label: skill.name ?? skill.id,
              value: made.levels[skill.id] ?? 'novice',
              options: Object.entries(texts.levels),
              change: (level) => make({ ...made, levels: { ...made.levels, [skill.id]: level as Level } }),
            }),
          )}</div>`
    }
    ${
      tours.length === 0
        ? nothing
        : html`<details><summary>${texts.past}</summary><div class="stack">${tours.map(({ id, name }) =>
            select({
              id: `past-${id}`,
              label: name,
              value: made.past[id] ?? 'never',
              options: Object.entries(texts.pasts),
              change: (how) => {
                const { [id]: _, ...rest } = made.past;
                make({ ...made, past: how === 'never' ? rest : { ...rest, [id]: how as 'seen' | 'completed' } });
              },
            }),
          )}</div></details>`
    }
    ${select({
      id: 'device',
      label: texts.device,
      value: made.device ?? 'here',
      options: Object.entries(texts.devices),
      change: (device) => make({ ...made, device: device === 'here' ? undefined : (device as MadeUp['device']) }),
    })}`;
};

interface Select {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly change: (value: string) => void;
}
const select = ({ id, label, value, options, change }: Select): TemplateResult => html`<div class="pick">
  <label for=${id} class="truncate">${label}</label>
  <select id=${id} @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}>
    ${options.map(([key, text]) => html`<option value=${key} .selected=${key === value}>${text}</option>`)}
  </select>
</div>`;

const localeName = (locale: string, ui: string): string => {
  try {
    return new Intl.DisplayNames(ui, { type: 'language' }).of(locale) ?? locale;
  } catch {
    return locale;
  }
};
