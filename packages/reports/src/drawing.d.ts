declare module '*.svg?drawing' {
  import type { SVGTemplateResult } from 'lit';
  export const drawing: SVGTemplateResult;
}
