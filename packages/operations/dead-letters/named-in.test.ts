import { expect, it } from "vitest";
import { aDecisionMessage } from "../../../test/support/a-message.ts";
import { namedIn } from "./named-in.ts";

const named = (changes: Readonly<Record<string, unknown>>) =>
  namedIn(JSON.stringify(aDecisionMessage(changes)));

it("names the decision and the revision of a message, with and without an envelope", () => {
  const its = { administration: "sf-centrum", decisionId: "SFC-2026-004711", revision: 1 };
  const message = aDecisionMessage();

  expect(named({})).toMatchObject(its);
  expect(namedIn(JSON.stringify({ specversion: "1.0", data: message }))).toEqual(named({}));
});

it.each([
  ["a word for an administration's code", "administration", "Sample-Person"],
  ["a number for an administration's code", "administration", "18900118-9803"],
  ["a number for a decision's id", "decisionId", "18900118-9803"],
  ["a sentence for a decision's id", "decisionId", "Sample Person, ring me"],
  ["a number within an assignment's id", "assignmentId", "sf-centrum.18900118-9803.1"],
  ["an assignment of no administration's", "assignmentId", "Sample-Person.SFC-2026-004711.1"],
])("does not name %s: a command prints what is named", (_what, field, text) => {
  expect(named({ [field]: text })).not.toHaveProperty(field);
  expect(JSON.stringify(named({ [field]: text }))).not.toContain(text);
});
