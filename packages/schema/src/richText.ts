/** The subset of ProseMirror's JSON that a step's body may hold. */
export interface RichText {
  readonly type: 'doc';
  readonly content?: readonly Block[] | undefined;
}
export type Block =
  | { readonly type: 'paragraph'; readonly content?: readonly Inline[] | undefined }
  | {
      readonly type: 'heading';
      readonly attrs: { readonly level: 2 | 3 };
      readonly content?: readonly Inline[] | undefined;
    }
  | { readonly type: 'bulletList'; readonly content: readonly ListItem[] }
  | {
      readonly type: 'orderedList';
      readonly attrs?: { readonly start?: number | undefined } | undefined;
      readonly content: readonly ListItem[];
    }
  | {
      readonly type: 'image';
      readonly attrs: {
        readonly src: string;
        readonly alt: string;
        readonly width?: number | undefined;
        readonly height?: number | undefined;
      };
    }
  | {
      readonly type: 'video';
      readonly attrs: {
        /** A video's page at one of `VIDEO_HOSTS`, or a file: .mp4 or .webm. */
        readonly src: string;
        readonly title: string;
        /** An image that stands there until the video is played. */
        readonly poster?: string | undefined;
        /** Of a file: its captions (WebVTT), in the language of the text. */
        readonly captions?: string | undefined;
      };
    };
export interface ListItem {
  readonly type: 'listItem';
  readonly content: readonly Block[];
}
export type Inline =
  | { readonly type: 'text'; readonly text: string; readonly marks?: readonly Mark[] | undefined }
  | { readonly type: 'hardBreak' }
  | {
      readonly type: 'variable';
      readonly attrs: { readonly attribute: string; readonly fallback: string };
      readonly marks?: readonly Mark[] | undefined;
    };
export type Mark =
  | { readonly type: 'bold' }
  | { readonly type: 'italic' }
  | { readonly type: 'code' }
  | { readonly type: 'link'; readonly attrs: { readonly href: string } };
