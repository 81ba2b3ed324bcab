/** `Prefer: handling=lenient` (RFC 7240), alone or among others; of two, the first counts. */
export const handlingOf = (prefer: string | undefined): 'strict' | 'lenient' => {
  for (const preference of (prefer ?? '').split(',')) {
    const [name = '', value = ''] = (preference.split(';')[0] ?? '').split('=').map((part) => part.trim());
    if (name.toLowerCase() !== 'handling') continue;
    return value.replaceAll('"', '').toLowerCase() === 'lenient' ? 'lenient' : 'strict';
  }
  return 'strict';
};
