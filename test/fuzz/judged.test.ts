import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { seeded } from "../simulation/world/seeded.ts";
import { Books } from "./books.ts";
import { readDocument } from "./document.ts";
import { isJson, parsed } from "./json.ts";
import { violationsIn } from "./judged.ts";
import { nextRequest, type Planned } from "./requests.ts";
import type { Tokens } from "./tokens.ts";

// The judge of a run is judged here: it must see what is wrong, and nothing else.

const openapi = join(import.meta.dirname, "..", "..", "packages", "contracts", "openapi.yaml");
const document = readDocument(readFileSync(openapi, "utf8"));
const books = new Books();

describe("HEAD of a decision, whose answer has no body", () => {
  const operation = document.operations.find(({ id }) => id === "readDecision");
  if (operation === undefined) throw new Error("The document has no readDecision");
  const headers = new Headers({
    "strict-transport-security": "max-age=63072000",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
  const judged = (administration: string) => {
    const path = `/v1/decisions/${administration}/FZNO-1`;
    const asked: Planned = {
      operation,
      kind: "broken",
      party: "sf-nordost",
      method: "HEAD",
      path,
      headers: {},
      about: path,
    };
    const answer = { status: 200, contentType: "application/json", text: "", headers };
    return violationsIn(asked, answer, { document, books });
  };

  it("is the party's own by its address", () => {
    expect(judged("sf-nordost")).toEqual([]);
  });

  it("is read across parties where the address is another administration's", () => {
    expect(judged("sf-centrum")).toEqual([
      { wrong: "read across parties", what: "another administration's decision" },
    ]);
  });
});

describe("a broken body that is a message still", () => {
  it("is known to the books, which hear what hemvist answers to it", async () => {
    const tokens: Tokens = {
      of: () => Promise.resolve("a-token"),
      trick: () => Promise.resolve({ name: "no token", must: 401 }),
    };
    const planning = { document, books, tokens, chance: seeded("a broken body") };
    const taken: unknown[] = [];
    while (taken.length < 50) {
      const { kind, body, message } = await nextRequest(planning);
      const read = kind === "broken" && typeof body === "string" ? parsed(body) : undefined;
      if (!isJson(read)) continue;
      expect(message).toEqual(read);
      taken.push(read);
    }
  });
});
