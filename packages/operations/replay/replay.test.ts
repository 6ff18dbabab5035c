import { remembered, type SentMessage } from "@hemvist/casework";
import { describe, expect, it } from "vitest";
import { monday, received } from "../../../test/support/a-case.ts";
import { aDecision } from "../../../test/support/a-decision.ts";
import { memoryCases } from "../../../test/support/memory-cases.ts";
import { recordingOutlet } from "../../../test/support/recording-outlet.ts";
import { replay, replayPlan } from "./replay.ts";

const record = received();
const toProvider = record.outbox.filter(({ queue }) => queue === "assignments-kompetenscenter");
const sentAt = (at: string): readonly SentMessage[] => toProvider.map((message) => remembered(message, at));
const window = sentAt(monday);

describe("what was sent is remembered", () => {
  it("without whom it was about", () => {
    expect(window.map(({ tellsPerson }) => tellsPerson)).toEqual([true, true]);
    expect(JSON.stringify(window)).not.toMatch(/9803|Sample|identityNumber/);
  });
});

describe("a window sent again", () => {
  it("is what was sent, with the same ids in the same order", async () => {
    const outlet = recordingOutlet();
    const replayed = await replay(await replayPlan(window), { outlet, cases: memoryCases(record) });

    expect(outlet.accepted).toEqual(toProvider);
    expect(replayed).toEqual({ sent: toProvider.map(({ event }) => event.id), notSent: [], untold: [] });
  });

  it("has each message once, however often it was sent", async () => {
    expect(await replayPlan([...window, ...sentAt("2026-11-02T09:05:00Z")])).toEqual(window);
  });

  it("has the person as the decision does now", async () => {
    const person = { protectedIdentity: true, reference: "ref-1" } as const;
    const protectedSince = received(aDecision({ revision: 2, person }), { after: record });
    const outlet = recordingOutlet();
    await replay(window, { outlet, cases: memoryCases(protectedSince) });

    expect(outlet.accepted.map(({ event }) => event.data["person"])).toEqual([person, person]);
  });

  it("leaves what the decision does not hold any longer, by name", async () => {
    const outlet = recordingOutlet();
    const { untold } = await replay(window, { outlet, cases: memoryCases() });

    expect(untold).toEqual(window.map(({ event }) => event.id));
    expect(outlet.accepted).toEqual([]);
  });

  it("stops within a decision at what its queue refuses", async () => {
    const [first, second] = window.map(({ event }) => event.id);
    const outlet = { send: () => Promise.resolve(new Set([first ?? "", second ?? ""])) };
    const { sent, notSent } = await replay(window, { outlet, cases: memoryCases(record) });

    expect(sent).toEqual([]);
    expect(notSent).toEqual([first, second]);
  });
});
