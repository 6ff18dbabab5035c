import { describe, expect, it } from "vitest";
import { aDecisionMessage } from "../../test/events/sample-message.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import { readDecision } from "./decision-message.ts";
import { parsedJson } from "./json-text.ts";

const read = (text: string) =>
  readDecision(parsedJson(text), { receivedOn: "2026-11-02", municipality: goteborg });

describe("a message that names the prototype of objects", () => {
  it.each(["__proto__", "constructor", "prototype", "toString"])(
    "has a field that the contract does not have: %s, and changes no object",
    (name) => {
      const text = JSON.stringify(aDecisionMessage());
      const answer = read(text.replace("{", `{${JSON.stringify(name)}:{"polluted":true},`));

      expect(answer).toMatchObject({
        ok: false,
        faults: expect.arrayContaining([
          expect.objectContaining({ code: "unknown-field", pointer: `/${name}` }),
        ]),
      });
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect({}).not.toHaveProperty("polluted");
    },
  );
});
