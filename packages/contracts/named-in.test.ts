import { describe, expect, it } from "vitest";
import { goteborg } from "../../test/support/goteborg.ts";
import { decisionNamedIn, progressNamedIn, proposalNamedIn } from "./named-in.ts";

const today = "2026-11-02";
const ids = { administration: "sf-centrum", decisionId: "SFC-2026-004711", revision: 3 };

describe("what a message that cannot be read is about", () => {
  it("is found whatever else is wrong with it", () => {
    expect(
      decisionNamedIn({ ...ids, decidedOn: 7, gaol: "work" }, { receivedOn: today, municipality: goteborg }),
    ).toEqual(ids);
    expect(decisionNamedIn({ ...ids, revision: "3" }, { receivedOn: today, municipality: goteborg })).toEqual(
      {
        administration: "sf-centrum",
        decisionId: "SFC-2026-004711",
      },
    );
    expect(
      decisionNamedIn(
        { decisionId: "a/b", administration: "sf-norr" },
        { receivedOn: today, municipality: goteborg },
      ),
    ).toEqual({});
  });

  it("of a report and a proposal, its id in lower case", () => {
    const uuid = "0F6C1B2A-5D3E-4C7A-9B10-000000000001";
    const assignmentId = "sf-centrum.SFC-2026-004711.1";

    expect(progressNamedIn({ assignmentId, progressId: uuid, decisionId: "X" }, today)).toEqual({
      assignmentId,
      progressId: uuid.toLowerCase(),
    });
    expect(proposalNamedIn({ assignmentId: "?", proposalId: uuid }, today)).toEqual({
      proposalId: uuid.toLowerCase(),
    });
  });

  it.each([[[]], ["text"], [null], [undefined], [7]])("is nothing where it is no object: %j", (message) => {
    expect(decisionNamedIn(message, { receivedOn: today, municipality: goteborg })).toEqual({});
  });

  it("is never an identity number", () => {
    expect(
      decisionNamedIn({ ...ids, decisionId: "189001189803" }, { receivedOn: today, municipality: goteborg }),
    ).not.toHaveProperty("decisionId");
    expect(progressNamedIn({ assignmentId: "sf-centrum.18900118-9803.1" }, today)).toEqual({});
  });
});
