declare module 'lucide:*' {
  import type { SVGTemplateResult } from 'lit';
  export const drawing: SVGTemplateResult;
}
