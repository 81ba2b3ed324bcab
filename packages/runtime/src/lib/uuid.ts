/** UUIDv7 (RFC 9562): 48 bits of epoch milliseconds, the rest random, so that ids sort by time. */
export const uuid = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  bytes[0] = ((bytes[0] as number) & 15) | 112;
  bytes[2] = ((bytes[2] as number) & 63) | 128;
  const hex =
    Date.now().toString(16).padStart(12, '0') + bytes.reduce((all, b) => all + (b + 256).toString(16).slice(1), '');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
};
