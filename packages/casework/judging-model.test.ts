import { describe, expect, it } from "vitest";
import { aReport, received } from "../../test/support/a-case.ts";
import { aDecision } from "../../test/support/a-decision.ts";
import { goteborg } from "../../test/support/goteborg.ts";
import type { CaseRecord } from "./case-record.ts";
import { followUp } from "./follow-up.ts";
import { receive } from "./receive.ts";
import { reportProgress } from "./report-progress.ts";

const cause = { municipality: goteborg, at: "2026-11-04T09:00:00Z", causationId: "cause" };

/** As a newer version of the code has written it, which knows next year's model. */
function judgedByNextYearsModel(): CaseRecord {
  const record = received();
  const { standing } = record;
  if (standing === undefined) throw new Error("the sample decision is assigned");
  return {
    ...record,
    standing: { ...standing, judgement: { ...standing.judgement, model: "goteborg-2099-01" } },
  };
}

describe("a record that a model has judged which this version of the code does not have", () => {
  const unknown = expect.objectContaining({ name: "UnknownModel" });

  it("is not written without its next check when a provider reports", () => {
    expect(() => reportProgress(judgedByNextYearsModel(), aReport("received"), { cause })).toThrow(unknown);
  });

  it("is not judged anew by an older model when it is revised", () => {
    const incoming = { decision: aDecision({ revision: 2 }), contentHash: "other", personKey: "pseudonym" };

    expect(() => receive(judgedByNextYearsModel(), incoming, cause)).toThrow(unknown);
  });

  it("stays due", () => {
    expect(() =>
      followUp(judgedByNextYearsModel(), { at: "2026-11-04T09:00:00Z", municipality: goteborg }),
    ).toThrow(unknown);
  });
});
