import type { Page } from "./aws-pages.ts";

/** What is asked, in the order of the table's columns. */
export const engineNames = ["simulated", "bare", "local", "amazon"] as const;
export type EngineName = (typeof engineNames)[number];

/** What we expect to see of one engine. */
export type Cell =
  | { readonly mark: "shown" }
  /** What is seen instead, in the check's own words, and why we leave it at that. */
  | { readonly mark: "not shown"; readonly finds: string; readonly why: string }
  /** The engine has no such part. */
  | { readonly mark: "none" }
  /** It cannot be asked, or not in reasonable time. */
  | { readonly mark: "not asked"; readonly why: string };

/** What AWS documents, how hemvist stands to it, and how it is seen. */
export interface Behaviour<Open> {
  /** In our words. */
  readonly says: string;
  /** Relied on: without it we would be wrong. Withstood: it may happen to us, and must do no harm. */
  readonly is: "relied on" | "withstood";
  /** The files that rely on it, or withstand it. */
  readonly by: readonly string[];
  /** Where AWS says so. */
  readonly page?: Page;
  readonly shows: Readonly<Record<EngineName, Cell>>;
  /** @returns `asDocumented`, or what was seen instead */
  readonly check: (open: Open) => Promise<string>;
}

export const asDocumented = "as documented";

export const seen = (isAsDocumented: boolean, otherwise: string): string =>
  isAsDocumented ? asDocumented : otherwise;

export const shown: Cell = { mark: "shown" };
export const none: Cell = { mark: "none" };
export const notShown = (finds: string, why: string): Cell => ({ mark: "not shown", finds, why });
export const notAsked = (why: string): Cell => ({ mark: "not asked", why });
