/// <reference types="astro/client" />

declare namespace App {
  /** What the host hands to every page; `viewer` is added by src/middleware.ts. */
  interface Locals {
    requestId: string;
    /** The address of the installation, as programs are told it. */
    publicUrl: string;
    /** What the external identity provider is called; null when there is none. */
    externalIdentity: string | null;
    /** The host's clock, by which legal days are counted. */
    now(): Date;
    /** What the page was told by the API: whether it asked at all, whether a part failed, the age of the oldest answer. */
    asked: { any: boolean; failed: boolean; oldestSeconds: number };
    /** A strong entity tag of bytes of a type, and whether If-None-Match names it. */
    entityTag(contentType: string, body: Uint8Array): string;
    hasTag(ifNoneMatch: string | null, tag: string): boolean;
    /** Never set: the content security policy allows no inline script, so no nonce is needed. */
    cspNonce?: never;
    graphql<T = unknown>(
      query: string,
      variables?: Record<string, unknown>,
      options?: { idempotencyKey?: string },
    ): Promise<{
      data?: T | null;
      errors?: {
        message: string;
        path?: (string | number)[];
        extensions?: { code?: string; requestId?: string };
      }[];
    }>;
    upload(
      file: File,
    ): Promise<{ id: string } | { refusal: { code: string; message: string; remedy: string } }>;
    auth(path: string, body?: unknown): Promise<{ status: number; body: unknown; setCookie: string[] }>;
    viewer: import('./lib/viewer.ts').PortalViewer;
  }
}
