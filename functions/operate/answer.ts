import type { Failure } from "@hemvist/operations";

/** As Lambda takes it from a function with a URL. */
export interface HttpAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export const answer = (statusCode: number, body: unknown): HttpAnswer => ({
  statusCode,
  headers: { "content-type": "application/json", "cache-control": "no-store" },
  body: JSON.stringify(body),
});

export const unanswered = (statusCode: number, failure: Failure): HttpAnswer => answer(statusCode, failure);
