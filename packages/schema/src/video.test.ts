import { describe, expect, test } from 'vitest';
import { videoPlayer } from './video.ts';

const ID = 'dQw4w9WgXcQ';
const NO_COOKIE = `https://www.youtube-nocookie.com/embed/${ID}?autoplay=1&playsinline=1&rel=0&hl=en`;

describe('the address that an author copies becomes the player that follows nobody', () => {
  test.each([
    [`https://www.youtube.com/watch?v=${ID}`, NO_COOKIE],
    [`https://www.youtube.com/watch?app=desktop&v=${ID}&list=PL1`, NO_COOKIE],
    [`HTTPS://WWW.YOUTUBE.COM/shorts/${ID}?feature=share`, NO_COOKIE],
    [`https://youtu.be/${ID}?t=90`, `${NO_COOKIE}&start=90`],
    [`https://youtu.be/${ID}?si=x&t=1m30s`, `${NO_COOKIE}&start=90`],
    [`https://www.youtube.com/embed/${ID}?start=12&rel=1`, `${NO_COOKIE}&start=12`],
    ['https://vimeo.com/76979871', 'https://player.vimeo.com/video/76979871?dnt=1&autoplay=1'],
    ['https://vimeo.com/76979871/8272103f6e', 'https://player.vimeo.com/video/76979871?h=8272103f6e&dnt=1&autoplay=1'],
    [
      'https://player.vimeo.com/video/76979871?color=fff&h=8272103f6e',
      'https://player.vimeo.com/video/76979871?h=8272103f6e&dnt=1&autoplay=1',
    ],
    ['https://www.loom.com/share/0123abcd', 'https://www.loom.com/embed/0123abcd?autoplay=1&hideEmbedTopBar=true'],
    [
      'https://fast.wistia.net/embed/iframe/abcde12345?seo=true',
      'https://fast.wistia.net/embed/iframe/abcde12345?autoPlay=true&doNotTrack=true',
    ],
  ])('%s', (address, src) => {
    expect(videoPlayer(address)).toMatchObject({ kind: 'frame', src });
  });
});

test('a file stays as it is, wherever it lies', () => {
  const src = 'https://cdn.example:8443/a/b.MP4?sig=%3D#t=5';
  expect(videoPlayer(src)).toEqual({ kind: 'file', src, from: 'cdn.example:8443' });
});

test("the player's own words are in the language of the text", () => {
  expect(videoPlayer(`https://youtu.be/${ID}`, 'ja')?.src).toContain('&hl=ja');
  expect(videoPlayer(`https://youtu.be/${ID}`, 'ja&autoplay=0')?.src).toContain('&hl=ja%26autoplay%3D0');
});

test('nothing of an address goes into a frame but the id, the time and a secret part', () => {
  const src = videoPlayer(`https://www.youtube.com/watch?v=${ID}&origin=https://evil.example&t=9<x>`)?.src;
  expect(src).toBe(NO_COOKIE);
});
