/**
 * A text that sorts as the version does: "1.10", "v2.0.0-beta.2", "3.1.4.1+build". Undefined, which is neither before nor after
 * anything, when it is no version. Order after semver.org section 11, for up to six numbers; build metadata is ignored.
 */
export const versionKey = (value: unknown): string | undefined => {
  const [version, numbers = '', words = '~'] =
    /^v?(\d+(?:\.\d+)*)(?:-([\w.-]+))?(?:\+.+)?$/.exec(value as string) ?? [];
  const fields = numbers.split('.');
  while (fields.length < 6) fields.push('0');
  // Leading spaces make numbers sort by value and before words; "!" sorts before every character of a word, and "~" after, because
  // a release comes after all of its pre-releases.
  return typeof value === 'string' && version
    ? [...fields, ...words.split('.')].map((field) => (/\D/.test(field) ? field : field.padStart(15))).join('!')
    : undefined;
};
