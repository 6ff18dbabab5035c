import type { Answer, HistoryEntry, Proposal, Reason, Wish } from "@hemvist/casework";
import type { Revocation } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import type * as z from "zod/mini";
import type { Same } from "../../test/support/same-type.ts";
import type { answer } from "./answer.ts";
import type { reason } from "./progress-message.ts";
import type { wish } from "./proposal-message.ts";
import type { proposalView } from "./proposal-messages.ts";
import type { revocation } from "./revocation.ts";
import type { decisionView } from "./views.ts";

describe("the wire's schemas and the core's types", () => {
  it("say the same, field by field: the compiler holds it", () => {
    const same: {
      readonly wish: Same<z.infer<typeof wish>, Wish>;
      readonly reason: Same<z.infer<typeof reason>, Reason>;
      readonly revocation: Same<z.infer<typeof revocation>, Revocation>;
      readonly proposal: Same<z.infer<typeof proposalView>, Proposal>;
      readonly answer: Same<z.infer<typeof answer>, Answer>;
      readonly history: Same<z.infer<typeof decisionView>["history"][number], HistoryEntry>;
    } = { wish: true, reason: true, revocation: true, proposal: true, answer: true, history: true };

    expect(Object.values(same)).not.toContain(false);
  });
});
