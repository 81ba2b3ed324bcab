import { describe, expect, it } from 'vitest';
import { configScript, contentPolicy, pageFor } from './page.ts';

const shirube = { endpoint: 'http://127.0.0.1:4700', key: 'pk_1' };

describe('the product’s page', () => {
  it('carries the tag that a customer would paste', () => {
    expect(pageFor('<head><!--shirube--></head>', shirube, '/invoices')).toBe(
      '<head><script type="module" src="http://127.0.0.1:4700/shirube.js" data-key="pk_1"></script></head>',
    );
  });
  it('has no tag around the phone frame, where the framed product has its own', () => {
    expect(pageFor('<head><!--shirube--></head>', shirube, '/phone')).toBe('<head></head>');
  });
  it('refuses a template without a place for the tag', () => {
    expect(() => pageFor('<head></head>', shirube, '/')).toThrow('no <!--shirube-->');
  });
  it('allows scripts from itself and Shirube alone, and nothing inline', () => {
    const policy = contentPolicy(shirube);
    expect(policy).toContain("script-src 'self' http://127.0.0.1:4700;");
    expect(policy).toContain("style-src 'self';");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
  });
  it('cannot be broken out of by an odd key', () => {
    const odd = { endpoint: 'http://a', key: '"><script>' };
    expect(pageFor('<!--shirube-->', odd, '/')).not.toContain('"><script>');
    expect(configScript({ endpoint: 'http://a', key: '</script>' })).not.toContain('</script>');
  });
});
