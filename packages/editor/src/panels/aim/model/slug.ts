/** A name as an id that nothing else has: "Trial admins" is `trial-admins`. Names without a Latin letter or digit become `fallback`, `fallback-2`, … */
export const slug = (name: string, taken: readonly string[], fallback: string): string => {
  const latin = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 56)
    .replace(/-+$/, '');
  const base = latin === '' || ['constructor', 'prototype'].includes(latin) ? fallback : latin;
  const free = (number: number): string => {
    const id = number === 1 ? base : `${base}-${number}`;
    return taken.includes(id) ? free(number + 1) : id;
  };
  return free(1);
};
