import { describe, expect, it } from "vitest";
import { letterMeant } from "./letter-meant.ts";

const ids = ["4b1c2d3e-0001", "4b1c2d3e-0002", "90aa0000-0001", "sf-centrum.Anna.1.0"];
const system = { shown: (text: string) => text.replace("Anna", "~mark") };
const meant = (asked: string, changes: { unseen?: number; missed?: string } = {}) =>
  letterMeant(
    asked,
    {
      ids,
      unseen: changes.unseen ?? 0,
      notLookedAt:
        changes.missed === undefined ? [] : [{ queue: changes.missed, why: new Error("not shown") }],
    },
    system,
  );

describe("the letter that an operator means", () => {
  it.each([
    ["by its id", "4b1c2d3e-0001", "4b1c2d3e-0001"],
    ["by the start of its id", "90aa", "90aa0000-0001"],
    ["by its id as a log shows it", "sf-centrum.~mark.1.0", "sf-centrum.Anna.1.0"],
    ["by the start of that", "sf-centrum.~mark", "sf-centrum.Anna.1.0"],
  ])("is known %s", (_how, asked, id) => {
    expect(meant(asked)).toBe(id);
  });

  it("is not chosen where several begin so: they are listed", () => {
    expect(() => meant("4b1c2d")).toThrow("2 dead letters begin with 4b1c2d: 4b1c2d3e-0001, 4b1c2d3e-0002");
  });

  it("is not found by less than four characters", () => {
    expect(() => meant("90a")).toThrow("No dead letter 90a is to be seen");
  });

  it("needs its whole id while letters are unseen, since another may begin so", () => {
    expect(() => meant("90aa", { unseen: 3 })).toThrow("give the whole id, such as 90aa0000-0001");
    expect(() => meant("90aa", { missed: "inbox-sf-centrum" })).toThrow("give the whole id");
    expect(meant("90aa0000-0001", { unseen: 3 })).toBe("90aa0000-0001");
  });

  it("may be where AWS did not look", () => {
    expect(() => meant("ffff", { missed: "inbox-sf-centrum" })).toThrow("did not show: inbox-sf-centrum");
    expect(() => meant("ffff", { unseen: 3 })).toThrow("3 lie behind them");
  });
});
