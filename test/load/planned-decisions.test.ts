import { describe, expect, it } from "vitest";
import { plannedDecisions } from "./planned-decisions.ts";

const mornings = ["2026-11-02T08:00:00Z", "2026-11-03T08:00:00Z"] as const;

const twoDays = (seed: number) => {
  const plan = plannedDecisions(seed);
  return mornings.map((morning) => plan.day(morning, { decisions: 1000, duplicates: 0.05 }));
};

describe("what case systems send under load", () => {
  it("is the same for the same seed, and another for another", () => {
    expect(twoDays(1)).toEqual(twoDays(1));
    expect(twoDays(1)).not.toEqual(twoDays(2));
  });

  it("has of everything: repeats, what is outside the model, what hemvist cannot read, revisions, other content", () => {
    const [first = [], second = []] = twoDays(1);
    const repeats = first.filter(({ isRepeat }) => isRepeat);
    const contents = second.flatMap(({ content }) => content ?? []);

    expect(repeats.length / 1000).toBeCloseTo(0.05, 1);
    for (const { body } of repeats) expect(first.filter((other) => other.body === body)).toHaveLength(2);
    expect(first.filter(({ content }) => content === undefined).length).toBeGreaterThan(0);
    expect(first.filter(({ content }) => content?.isWithinModel === false).length).toBeGreaterThan(30);
    expect(contents.filter(({ revision }) => revision === 2).length).toBeGreaterThan(10);
    expect(contents.filter(({ isOther }) => isOther).length).toBeGreaterThan(0);
  });

  it("brings other content only under a revision that was sent before", () => {
    const [first = [], second = []] = twoDays(3);
    const before = new Map(first.flatMap(({ content }) => (content ? [[content.decision, content]] : [])));

    for (const { content } of second.filter((message) => message.content?.isOther)) {
      const earlier = before.get(content?.decision ?? "");
      expect(earlier).toMatchObject({ revision: content?.revision, isWithinModel: true });
      expect(earlier?.contentHash).not.toBe(content?.contentHash);
    }
  });
});
