import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type * as z from "zod/mini";
import { explainedAnswer } from "../answer.ts";
import { decisionMessage } from "../decision-message.ts";
import { isIdentityNumber } from "../identity-number.ts";
import { modelList } from "../model-views.ts";
import { personSearch } from "../person-search.ts";
import { problemSchema, returnedProblem } from "../problem-schema.ts";
import { progressMessage } from "../progress-message.ts";
import { proposalAnswerMessage, proposalMessage, withdrawalMessage } from "../proposal-message.ts";
import { proposalView } from "../proposal-messages.ts";
import { apiInfo, assignmentView, decisionView, progressTaken, publishedKeys } from "../views.ts";
import { wholePerson } from "../whole-person.ts";

type Content = Record<
  string,
  { schema?: unknown; example?: unknown; examples?: Record<string, { value: unknown }> }
>;
type Response = { $ref?: string; description: string; content?: Content };
type Operation = {
  operationId: string;
  summary: string;
  requestBody?: { content: Content };
  responses: Record<string, Response>;
};

const text = await readFile(new URL("../openapi.yaml", import.meta.url), "utf8");
const document = parse(text) as {
  openapi: string;
  info: Record<string, unknown> & { description: string };
  paths: Record<string, Record<string, Operation>>;
  components: Record<string, Record<string, unknown>>;
};

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => [`${method} ${path}`, operation] as const),
);

const resolved = ({ $ref, ...response }: Response): Response =>
  $ref === undefined
    ? response
    : (document.components["responses"]?.[$ref.split("/").at(-1) ?? ""] as Response);

/** A schema with each reference replaced by what it refers to. */
function written(schema: unknown, named: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(schema)) return schema.map((part) => written(part, named));
  if (typeof schema !== "object" || schema === null) return schema;
  const { $ref, id: _name, ...rest } = schema as { $ref?: string; id?: unknown };
  // Of a choice between objects, the document also says that it is an object.
  if ("oneOf" in rest) Reflect.deleteProperty(rest, "type");
  const parts = Object.entries(rest).map(([name, part]) => [name, written(part, named)] as const);
  const referred = $ref === undefined ? {} : written(named[$ref.split("/").at(-1) ?? ""], named);
  return { ...(referred as object), ...Object.fromEntries(parts) };
}

describe("openapi.yaml", () => {
  it("describes every operation of the contract, with every status it answers", () => {
    const statuses = operations.map(([name, { responses }]) => [name, Object.keys(responses).join(" ")]);

    expect(Object.fromEntries(statuses)).toEqual({
      "post /v1/decisions": "200 202 400 401 403 405 409 413 415 422 500 503",
      "get /v1/decisions/{administration}/{decisionId}": "200 401 403 404 405 500 503",
      "post /v1/decision-checks": "200 400 401 403 405 413 415 500 503",
      "get /v1/assignments/{assignmentId}": "200 401 403 404 405 500 503",
      "post /v1/assignments/{assignmentId}/progress": "200 400 401 403 404 405 409 413 415 429 500 503",
      "post /v1/assignments/{assignmentId}/proposals": "200 400 401 403 404 405 409 413 415 429 500 503",
      "post /v1/assignments/{assignmentId}/proposals/{proposalId}/withdrawal":
        "200 400 401 403 404 405 409 413 415 500 503",
      "post /v1/assignments/{assignmentId}/proposals/{proposalId}/answer":
        "200 400 401 403 404 405 409 413 415 500 503",
      "post /v1/person-searches": "200 400 401 403 405 413 415 500 503",
      "get /v1/models": "200 401 403 405 500 503",
      "get /v1/models/{name}": "200 401 403 404 405 500 503",
      "get /v1/api-info": "200 405 500",
      "get /v1/jwks.json": "200 405 500",
      "get /v1/openapi.yaml": "200 405 500",
    });
  });

  it("answers every error as problem+json, with examples that are what they say", () => {
    const errors = operations.flatMap(([name, { responses }]) =>
      Object.entries(responses)
        .filter(([status]) => status >= "400")
        .map(([status, response]) => [name, Number(status), resolved(response).content] as const),
    );

    expect(errors.length).toBeGreaterThan(0);
    for (const [name, status, content] of errors) {
      expect(Object.keys(content ?? {}), name).toEqual(["application/problem+json"]);
      const { example, examples } = content?.["application/problem+json"] ?? {};
      const values =
        example === undefined ? Object.values(examples ?? {}).map(({ value }) => value) : [example];
      expect(values.length, name).toBeGreaterThan(0);
      for (const value of values) {
        const problem = (status === 422 ? returnedProblem : problemSchema).parse(value);
        expect(problem.status, name).toBe(status);
      }
    }
  });

  const examples: readonly (readonly [string, string, z.ZodMiniType])[] = [
    ["post /v1/decisions", "request", decisionMessage],
    ["post /v1/decisions", "202", explainedAnswer],
    ["get /v1/decisions/{administration}/{decisionId}", "200", decisionView],
    ["post /v1/decision-checks", "request", decisionMessage],
    ["post /v1/decision-checks", "200", explainedAnswer],
    ["get /v1/assignments/{assignmentId}", "200", assignmentView],
    ["post /v1/assignments/{assignmentId}/progress", "request", progressMessage],
    ["post /v1/assignments/{assignmentId}/progress", "200", progressTaken],
    ["post /v1/assignments/{assignmentId}/proposals", "request", proposalMessage],
    ["post /v1/assignments/{assignmentId}/proposals", "200", proposalView],
    ["post /v1/assignments/{assignmentId}/proposals/{proposalId}/withdrawal", "request", withdrawalMessage],
    ["post /v1/assignments/{assignmentId}/proposals/{proposalId}/withdrawal", "200", proposalView],
    ["post /v1/assignments/{assignmentId}/proposals/{proposalId}/answer", "request", proposalAnswerMessage],
    ["post /v1/assignments/{assignmentId}/proposals/{proposalId}/answer", "200", proposalView],
    ["post /v1/person-searches", "request", personSearch],
    ["post /v1/person-searches", "200", wholePerson],
    ["get /v1/models", "200", modelList],
    ["get /v1/api-info", "200", apiInfo],
    ["get /v1/jwks.json", "200", publishedKeys],
  ];
  it.each(examples)("%s: the example of %s is one", (name, where, schema) => {
    const operation = Object.fromEntries(operations)[name];
    const content =
      where === "request" ? operation?.requestBody?.content : operation?.responses[where]?.content;

    expect(schema.safeParse(content?.["application/json"]?.example).error?.issues).toBeUndefined();
  });

  it.each([
    ["decision", "post /v1/decisions"],
    ["decision", "post /v1/decision-checks"],
    ["progress", "post /v1/assignments/{assignmentId}/progress"],
    ["proposal", "post /v1/assignments/{assignmentId}/proposals"],
    ["proposal-withdrawal", "post /v1/assignments/{assignmentId}/proposals/{proposalId}/withdrawal"],
    ["proposal-answer", "post /v1/assignments/{assignmentId}/proposals/{proposalId}/answer"],
    ["person-search", "post /v1/person-searches"],
  ])("takes by HTTP what the JSON Schema of %s takes by queue, null included: %s", async (file, name) => {
    const schema = JSON.parse(
      await readFile(new URL(`../../../events/schemas/${file}.json`, import.meta.url), "utf8"),
    );
    const { $id, $schema, $defs, ...message } = schema;
    const request = Object.fromEntries(operations)[name]?.requestBody?.content["application/json"];

    expect(written(request?.schema, document.components["schemas"] ?? {})).toEqual(
      written(message, $defs ?? {}),
    );
  });

  it("refers only to what it holds", () => {
    const references = [...text.matchAll(/\$ref: ["']?#\/components\/(\w+)\/(\w+)/g)];

    expect(references.length).toBeGreaterThan(20);
    for (const [, kind = "", name = ""] of references) expect(document.components[kind]).toHaveProperty(name);
  });

  it("says what Digg's REST API profile asks for", () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(document.info).toMatchObject({ version: "1.0.0", license: { identifier: "EUPL-1.2" } });
    expect(document.info).toHaveProperty("contact.url");
    for (const heading of [
      "Authentication",
      "Life cycle",
      "Service level",
      "Known limitations",
      "Terms of use",
    ]) {
      expect(document.info.description).toContain(`**${heading} /`);
    }
    expect(document.paths["/v1/person-searches"]?.["post"]).toHaveProperty(
      "description",
      expect.stringContaining("MOG.03"),
    );
  });

  it("gives each operation a name of its own", () => {
    const names = operations.map(([, { operationId }]) => operationId);

    expect(new Set(names).size).toBe(names.length);
  });

  it("holds no identity number of a living person", () => {
    const numbers = (text.match(/\b(\d{8}|\d{6})[-+]?\d{4}\b/g) ?? []).filter(isIdentityNumber);

    expect(numbers.length).toBeGreaterThan(0);
    for (const number of numbers) expect(number).toMatch(/^189\d{5}-9[89]\d{2}$/);
  });
});
