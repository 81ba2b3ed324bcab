import type { DraftOrigin } from '@shirube/schema/api';
import type { Generated } from 'kysely';

/** Every time is epoch ms of the server; every document is JSON text; every secret is a hash, but the identity secret, which must sign. */
export interface Tables {
  tours: {
    id: string;
    /** Byte for byte as it was written; may be incomplete. */
    document: string;
    etag: string;
    updated_at: number;
    updated_by: string;
    origin_kind: DraftOrigin['kind'];
    origin_detail: string | null;
  };
  versions: {
    tour_id: string;
    version: number;
    /** As parsed at publishing: what is live never changes with a later parser. */
    document: string;
    /** Byte for byte as the draft was; null in versions older than this column. */
    text: string | null;
    note: string;
    published_at: number;
    published_by: string;
  };
  environments: {
    name: string;
    public_key: string;
    identity_secret: string;
    /** 1: a userId counts only with a signature. */
    enforce_identity: number;
    changed_at: number;
  };
  /** `version` null: killed there. */
  live: { environment: string; tour_id: string; version: number | null; at: number };
  releases: {
    id: Generated<number>;
    environment: string;
    tour_id: string;
    action: 'publish' | 'rollback' | 'kill';
    version: number | null;
    note: string;
    at: number;
    by: string;
  };
  library: { kind: LibraryKind; id: string; document: string; etag: string; updated_at: number; updated_by: string };
  members: { email: string; role: string; password_hash: string };
  sessions: { token_hash: string; email: string; expires_at: number };
  tokens: {
    token_hash: string;
    kind: 'api' | 'editor';
    name: string;
    email: string;
    /** Editor tokens work from this page's origin alone. */
    origin: string | null;
    created_at: number;
    expires_at: number | null;
  };
}
export type LibraryKind = 'segments' | 'skills' | 'themes';
