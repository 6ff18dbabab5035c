import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logLines } from "../../test/support/log-lines.ts";
import { log } from "./log.ts";

const administrations = ["sf-centrum", "sf-hisingen"];
const logged = logLines();
const lastLine = (): Record<string, unknown> => JSON.parse(logged().at(-1) ?? "{}");

// Born in the 1890s with serials that no living person can have.
const serial = fc.integer({ min: 9800, max: 9999 }).map(String);
const twoDigits = (min: number, max: number) =>
  fc.integer({ min, max }).map((value) => String(value).padStart(2, "0"));
const birthDay = fc.oneof(twoDigits(1, 31), twoDigits(60, 91));
const identityNumber = fc
  .tuple(
    fc.constantFrom("18", ""),
    twoDigits(90, 99),
    twoDigits(0, 12),
    birthDay,
    fc.constantFrom("-", "+", " ", "", "\u2011", "\u2013", "\u2212"),
    serial,
  )
  .map((parts) => parts.join(""));
const noDigits = fc.string({ unit: "grapheme" }).map((text) => text.replaceAll(/\p{Nd}/gu, ""));

describe("a log line", () => {
  it("says what happened and to which ids", () => {
    log.info("decision recorded", {
      decision: "sf-centrum.SFC-2026-004711",
      version: 1,
      rules: ["time-limited"],
    });

    expect(lastLine()).toMatchObject({
      level: "INFO",
      message: "decision recorded",
      decision: "sf-centrum.SFC-2026-004711",
      version: 1,
      rules: ["time-limited"],
    });
  });

  it("masks an identity number wherever it stands, however it is written", () => {
    fc.assert(
      fc.property(identityNumber, noDigits, noDigits, (number, before, after) => {
        const text = `${before}${number}${after}`;
        log.info("read", { text, list: ["other", text] });
        log.warn("read", { text });
        log.error("read", new Error("none"), { text });

        const lines = logged().slice(-3).join("\n");
        expect(lines).not.toContain(number);
        expect(lines).not.toContain(number.slice(-4));
        expect(lines).toContain("[number]");
      }),
    );
  });

  it("masks an identity number in pairs", () => {
    log.info("read", { text: "18 90 01 18 98 03" });

    expect(lastLine()).toMatchObject({ text: "[number]" });
  });

  it("has a mark for an id that may be a name, in each field", () => {
    log.showIds({ administrations, markOf: (id) => `mark of ${id.length}` });
    log.info("read", { event: "sf-centrum.Anna-Andersson.1.0", list: ["sf-hisingen.Anna"] });
    log.error("read", undefined, { decision: "sf-centrum.Anna-Andersson" });
    log.showIds({ administrations, markOf: () => undefined });
    log.info("read", { decision: "sf-centrum.Anna-Andersson" });

    expect(logged().map((line) => JSON.parse(line))).toMatchObject([
      { event: "sf-centrum.~mark of 25.1.0", list: ["sf-hisingen.~mark of 16"] },
      { decision: "sf-centrum.~mark of 25" },
      { decision: "sf-centrum.[id]" },
    ]);
  });

  it.each([
    ["a decision's id", "sf-centrum.SFC-2026-004711"],
    ["a UUID", "3f2b8c1e-9d4a-4c7e-8a51-6d0f2b9e7c33"],
    ["a stream's sequence number", "4421584500000000017450439091"],
    ["an instant", "2026-11-02T09:00:00Z"],
  ])("leaves %s as it is", (_what, id) => {
    log.info("read", { id });

    expect(lastLine()).toMatchObject({ id });
  });
});

describe("an error in the log", () => {
  it("is its kind and where it arose", () => {
    log.error("it failed", new RangeError("odd"));

    expect(lastLine()).toMatchObject({ level: "ERROR", error: "RangeError" });
    expect(lastLine()["at"]).toContainEqual(expect.stringContaining("log.test.ts"));
  });

  it("names the kind of error that brought it about", () => {
    log.error("it failed", new Error("odd", { cause: new RangeError("odder") }));

    expect(lastLine()).toMatchObject({ error: "Error", cause: "RangeError" });
  });

  it("is never what its message says, even where that looks like a stack", () => {
    const secret = fc.stringMatching(/^[a-z]{12,20}$/);
    const shape = fc.constantFrom(
      (text: string) => text,
      (text: string) => `could not read\n    at ${text} (${text}:1:2)`,
      (text: string) => `\n    at ${text}:1:2\n`,
    );
    fc.assert(
      fc.property(secret, shape, (text, shaped) => {
        log.error("it failed", new Error(shaped(text), { cause: new Error(text) }));

        expect(logged().at(-1)).not.toContain(text);
      }),
    );
  });

  it.each([
    ["a string", "secret-text"],
    ["an object", { name: "secret-text" }],
    ["nothing", undefined],
  ])("thrown as %s is logged by its type only", (_what, thrown) => {
    log.error("it failed", thrown);

    expect(lastLine()).toMatchObject({ error: typeof thrown });
    expect(logged().at(-1)).not.toContain("secret-text");
  });
});
