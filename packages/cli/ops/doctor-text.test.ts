import type { FunctionCheck } from "@hemvist/operations/asking";
import { describe, expect, it } from "vitest";
import { doctorText, isSound } from "./doctor-text.ts";

const sound: FunctionCheck = { name: "report", checks: [{ name: "TABLE_NAME.scan" }] };
const failing = (error: string): FunctionCheck => ({
  name: "follow-up",
  checks: [{ name: "TABLE_NAME.due", error }, { name: "RECORD_KEY_ID.seal" }],
});
const silent = (why: NonNullable<FunctionCheck["silent"]>): FunctionCheck => ({
  name: "hand-off",
  checks: [],
  silent: why,
});

describe("what the doctor says", () => {
  it("is each check by its name, the function that fails first, what to do, and a sentence", () => {
    expect(doctorText([sound, failing("ResourceNotFoundException")], { language: "en" }).split("\n")).toEqual(
      [
        "function   check               result",
        "follow-up  TABLE_NAME.due      ResourceNotFoundException",
        "follow-up  RECORD_KEY_ID.seal  ok",
        "report     TABLE_NAME.scan     ok",
        expect.stringMatching(/^! follow-up: What the setting names is not there\. .*table-restored\.md/),
        "1 of 2 functions do not reach all that their settings name.",
      ],
    );
  });

  it("is that all is well, in one sentence", () => {
    expect(doctorText([sound], { language: "sv" })).toContain(
      "\nAlla 1 funktioner når det som deras inställningar pekar på.",
    );
  });

  it.each([
    ["AccessDeniedException", "role may not"],
    ["KMSInvalidStateException", "key is disabled"],
    ["NoSuchBucket", "is not there"],
    ["QueueDoesNotExist", "is not there"],
    ["IssuerUnreachable", "issuer of the parties' tokens"],
    ["TimeoutError", "did not answer in time"],
    ["SomethingElse", "no advice of its own"],
  ])("has advice on %s", (error, says) => {
    expect(doctorText([failing(error)], { language: "en" })).toContain(says);
  });

  it.each([
    [{ error: "Error", settings: ["TABLE_NAME"] }, "hand-off  TABLE_NAME  Error", "does not start"],
    [{ error: "TooManyRequestsException" }, "TooManyRequestsException", "runs that are reserved"],
    [{ error: "ResourceNotFoundException" }, "ResourceNotFoundException", "alias live is not there"],
    [{ error: "NoAnswer" }, "NoAnswer", "does not answer"],
  ])("has a line and advice on a function that says nothing: %j", (why, line, says) => {
    const text = doctorText([silent(why)], { language: "en" });

    expect(text).toContain(line);
    expect(text).toContain(says);
  });
});

it("a function is sound if it has checked something, and all of it is there", () => {
  expect([sound, failing("NoSuchBucket"), silent({ error: "NoAnswer" })].map(isSound)).toEqual([
    true,
    false,
    false,
  ]);
  expect(isSound({ name: "report", checks: [] })).toBe(false);
});
