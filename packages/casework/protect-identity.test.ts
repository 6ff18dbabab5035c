import { describe, expect, it } from "vitest";
import { aReport, followedUp, progressed, received, sentBy } from "../../test/support/a-case.ts";
import { aDecision } from "../../test/support/a-decision.ts";

const person = { protectedIdentity: true, reference: "REF-7" } as const;
const marked = aDecision({ revision: 2, person });

describe("a revision that sets the mark of protected identity", () => {
  it("takes number and name out of the record, and amends with SF's reference", () => {
    const record = received(marked, { after: received() });
    const text = JSON.stringify(record);

    expect(text).not.toContain("189001189803");
    expect(text).not.toContain("Sample");
    expect(record.outbox[0]?.event.data["person"]).toEqual({ protectedIdentity: true, reference: "REF-7" });
  });

  it("lists for SF what had been sent before, the repeated ones too", () => {
    const before = followedUp(received(), "2026-11-03T07:00:00Z");
    const record = received(marked, { after: before, at: "2026-11-04T09:00:00Z" });
    const list = record.outbox.at(-1)?.event;

    expect(list?.type).toBe("se.goteborg.hemvist.identity.sent-before-protection.v1");
    expect(list?.data["sentBefore"]).toEqual([
      {
        assignmentId: "sf-centrum.SFC-2026-004711.1",
        provider: "kompetenscenter",
        at: "2026-11-02T09:00:00Z",
      },
      {
        assignmentId: "sf-centrum.SFC-2026-004711.2",
        provider: "kompetenscenter",
        at: "2026-11-02T09:00:00Z",
      },
      {
        assignmentId: "sf-centrum.SFC-2026-004711.1",
        provider: "kompetenscenter",
        at: "2026-11-03T07:00:00Z",
      },
      {
        assignmentId: "sf-centrum.SFC-2026-004711.2",
        provider: "kompetenscenter",
        at: "2026-11-03T07:00:00Z",
      },
    ]);
  });

  it("takes effect although the revision is returned", () => {
    const record = received({ ...marked, validTo: "2026-01-01" }, { after: received() });

    expect(sentBy(record)).toEqual([
      "inbox-sf-centrum: decision.returned",
      "inbox-sf-centrum: identity.sent-before-protection",
    ]);
    expect(JSON.stringify(record)).not.toContain("189001189803");
    expect(record.standing?.decision.revision).toBe(1);
  });

  it("says nothing more when it was set before", () => {
    const again = received(aDecision({ revision: 3, person }), {
      after: received(marked, { after: received() }),
    });

    expect(sentBy(again)).toEqual(["inbox-sf-centrum: decision.assigned"]);
  });

  it("holds for what is sent afterwards", () => {
    const record = received(marked, { after: progressed(received(), aReport("received")) });
    const again = followedUp(record, record.dueAt ?? "");

    expect(JSON.stringify(again.outbox)).not.toContain("189001189803");
  });
});
