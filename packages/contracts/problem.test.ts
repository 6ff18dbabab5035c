import { describe, expect, it } from "vitest";
import { type ProblemName, problem } from "./problem.ts";
import { problemSchema } from "./problem-schema.ts";

describe("a problem (RFC 9457)", () => {
  const all: readonly (readonly [ProblemName, number])[] = [
    ["unreadable", 400],
    ["not-yours", 403],
    ["not-found", 404],
    ["method-not-allowed", 405],
    ["content-differs", 409],
    ["revision-skipped", 409],
    ["not-open", 409],
    ["progress-id-taken", 409],
    ["in-the-future", 409],
    ["before-the-decision", 409],
    ["before-the-last", 409],
    ["outside-the-assignment", 409],
    ["too-large", 413],
    ["not-json", 415],
    ["returned", 422],
    ["fault", 500],
    ["conflict", 503],
  ];

  it.each(all)("%s is %i, in both languages", (name, status) => {
    const sent = problemSchema.parse(problem(name));

    expect(sent).toMatchObject({ type: `urn:hemvist:problem:${name}`, status });
    expect(sent.detail).toMatch(/^.+\. \/ .+\.$/);
  });

  it("has its extensions beside", () => {
    expect(problem("revision-skipped", { expectedRevision: 2 })).toHaveProperty("expectedRevision", 2);
  });
});
