import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logLines } from "../../test/support/log-lines.ts";
import { log } from "./log.ts";

const logged = logLines();

describe("a line of the log", () => {
  it("is one line of JSON, whatever stands in its fields: no field can begin a line of its own", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const before = logged().length;
        log.info("decision recorded", { decision: `a\n{"level":"ERROR"}\r\n${text}` });

        const lines = logged().slice(before);
        expect(lines).toHaveLength(1);
        expect(lines[0]).not.toMatch(/[\r\n]/);
        expect(JSON.parse(lines[0] ?? "")).toMatchObject({ level: "INFO", message: "decision recorded" });
      }),
    );
  });

  it("has its time in UTC, to the millisecond", () => {
    log.info("decision recorded");

    expect(JSON.parse(logged().at(-1) ?? "").timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });
});
