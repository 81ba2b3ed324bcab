/** Where the demo's Shirube is, and its public key. */
export interface ShirubeAddress {
  readonly endpoint: string;
  readonly key: string;
}
const PLACE = '<!--shirube-->';

/** The product's page with the tag in it, as a customer would paste it; the phone page frames the product and has no tag of its own. */
export const pageFor = (template: string, shirube: ShirubeAddress, path: string): string => {
  if (!template.includes(PLACE)) throw new Error(`The page has no ${PLACE} to put the tag in.`);
  if (path === '/phone') return template.replace(PLACE, '');
  const tag = `<script type="module" src="${attribute(shirube.endpoint)}/shirube.js" data-key="${attribute(shirube.key)}"></script>`;
  return template.replace(PLACE, () => tag);
};

export const configScript = (shirube: ShirubeAddress): string =>
  `window.hinodeConfig = ${JSON.stringify({ shirube }).replaceAll('<', '\\u003c')};\n`;

/** As strict as a careful product's: nothing inline, nothing from elsewhere but Shirube, and no HTML from strings. */
export const contentPolicy = ({ endpoint }: ShirubeAddress): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${endpoint}`,
    "style-src 'self'",
    // Pictures in tours may come from any https address.
    "img-src 'self' https:",
    "font-src 'self'",
    `connect-src 'self' ${endpoint}`,
    "frame-src 'self'",
    "frame-ancestors 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
  ].join('; ');

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
