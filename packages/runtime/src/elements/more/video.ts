import type { Block } from '@shirube/schema/tour';
import { videoPlayer } from '@shirube/schema/video';
import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import type { Piece, TextContext } from '../richText.ts';
import { isSecure } from '../url.ts';
import { mediaWordsFor } from './words.ts';

type Attributes = Extract<Block, { type: 'video' }>['attrs'];

/**
 * A video as a card with a play button. Nothing of its host is loaded before that is pressed: it costs nothing, and tells nobody who looks at the
 * step. Then the player takes the card's place, at the same size. Where the page's policy or the network refuses it, a link does, which opens beside the app.
 */
export const video = ({ src, title, poster, captions }: Attributes, { locale }: TextContext): Piece => {
  if (!isSecure(src)) return nothing;
  const words = mediaWordsFor(locale);
  const name = title || words.video;
  const player = videoPlayer(src, locale);
  const open = words.open.replace('{host}', player?.from ?? new URL(src).host);
  const figure = document.createElement('figure');

  const link = (part: string): TemplateResult =>
    html`<a part=${part} href=${src} target="_blank" rel="noopener noreferrer">${open}</a>`;
  const draw = (stage: TemplateResult, beside = link('open')): unknown =>
    render(
      html`${stage}<figcaption><span part="video-title" lang=${locale}>${name}</span> ${beside}</figcaption>`,
      figure,
    );

  const showPoster = (): unknown =>
    draw(html`<button part="play" class="stage" type="button" aria-label=${words.play.replace('{title}', () => name)} .press=${play}>
      ${poster && isSecure(poster) ? html`<img alt="" decoding="async" referrerpolicy="no-referrer" @error=${hide} src=${poster}>` : nothing}
      <span part="disc"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M5 3v10l8-5z" /></svg></span>
    </button>`);
  const play = (): void => {
    draw(player?.kind === 'file' ? file(player.src) : frame(player?.src ?? ''));
    // The button that had the focus is gone.
    figure.querySelector<HTMLElement>('iframe,video')?.focus();
  };
  const refuse = (): void => {
    const had = figure.contains((figure.getRootNode() as ShadowRoot).activeElement);
    draw(
      html`<div class="stage">${link('button secondary')}</div>`,
      html`<span class="refused">${words.refused}</span>`,
    );
    if (had) figure.querySelector('a')?.focus();
  };

  // The origin, and no more, tells a host for which sites a video is meant; without it YouTube plays nothing. Scripts and storage are the player's own,
  // of its own origin; leaving the page to it, forms and downloads are not needed.
  const frame = (from: string): TemplateResult => html`<iframe part="player" class="stage" title=${name}
    sandbox="allow-scripts allow-same-origin allow-presentation allow-popups allow-popups-to-escape-sandbox"
    allow="autoplay; encrypted-media; fullscreen; picture-in-picture" referrerpolicy="strict-origin-when-cross-origin" @error=${refuse} src=${from}></iframe>`;
  // Captions of another origin are read only with its leave, and then the video is too.
  const file = (
    from: string,
  ): TemplateResult => html`<video part="player" class="stage" aria-label=${name} controls autoplay playsinline preload="metadata"
    crossorigin=${captions ? 'anonymous' : nothing} @error=${refuse} src=${from}>
    ${captions && isSecure(captions) ? html`<track kind="captions" default srclang=${locale} label=${words.captions} src=${captions}>` : nothing}
  </video>`;

  if (player) showPoster();
  else refuse();
  return figure;
};

const hide = ({ target }: Event): void => (target as Element).remove();
