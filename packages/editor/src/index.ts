export { type OpenEditor, openEditor } from './openEditor.ts';
export type { EditorOptions } from './server/endpoint.ts';
