import { trialParty } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { ingenstans } from "../municipality/ingenstans.ts";
import { goteborg } from "../support/goteborg.ts";
import { type Synthesised, synthesised } from "./synthesised.ts";

const theirs = synthesised("production", { municipality: ingenstans });
const goteborgs = synthesised();

const queuesOf = ({ of }: Synthesised): readonly string[] =>
  of("AWS::SQS::Queue")
    .map(({ properties }) => String(properties["QueueName"]))
    .filter((name) => !name.includes("-dlq"))
    .toSorted();
const functionsOf = ({ of }: Synthesised) =>
  of("AWS::Lambda::Function").flatMap(({ properties }) => {
    const { Variables } = (properties["Environment"] ?? {}) as { Variables?: Record<string, unknown> };
    return Variables === undefined ? [] : [Variables];
  });
/** Codes that stand in Göteborg's templates: each of its parties. */
const partiesOfGoteborg =
  /sf-(centrum|hisingen|nordost|sydvast)|kompetenscenter|arbetsmarknadsanstallning|arbvux/;

describe("the templates of another municipality", () => {
  it("have the queues of its own parties, and of hemvist's own", () => {
    expect(queuesOf(theirs)).toEqual([
      "assignments-friskhuset.fifo",
      "assignments-hantverkshuset.fifo",
      "assignments-hemvist-prov.fifo",
      "assignments-kunskapshuset.fifo",
      "assignments-soc-sjon.fifo",
      "assignments-soc-skogen.fifo",
      "decisions-soc-sjon",
      "decisions-soc-skogen",
      "inbox-hemvist-prov.fifo",
      "inbox-jobbenheten.fifo",
      "inbox-soc-sjon.fifo",
      "inbox-soc-skogen.fifo",
      "progress-friskhuset.fifo",
      "progress-hantverkshuset.fifo",
      "progress-kunskapshuset.fifo",
      "progress-soc-sjon.fifo",
      "progress-soc-skogen.fifo",
    ]);
  });

  it("name it to every function, in the one setting there is", () => {
    expect(functionsOf(theirs)).toHaveLength(7);
    expect(functionsOf(theirs).map(({ MUNICIPALITY }) => MUNICIPALITY)).toEqual(
      Array(7).fill(ingenstans.code),
    );
    expect(functionsOf(goteborgs).map(({ MUNICIPALITY }) => MUNICIPALITY)).toEqual(
      Array(7).fill(goteborg.code),
    );
  });

  it("name no party of Göteborg's, nor Göteborg itself", () => {
    const text = (templates: Synthesised) => JSON.stringify([...templates.templates.values()]);

    expect(text(goteborgs)).toMatch(partiesOfGoteborg);
    expect(text(theirs)).not.toMatch(partiesOfGoteborg);
    expect(text(theirs)).not.toMatch(/goteborg/i);
  });

  it("have an alarm on each queue and each dead-letter queue of a party's", () => {
    const unwatched = ({ of }: Synthesised): readonly string[] => {
      const alarms = JSON.stringify(of("AWS::CloudWatch::Alarm").map(({ properties }) => properties));
      return of("AWS::SQS::Queue")
        .map(({ properties }) => String(properties["QueueName"]))
        .filter((name) => !name.includes(trialParty) && !alarms.includes(`"${name}"`));
    };

    expect(unwatched(goteborgs)).toEqual([]);
    expect(unwatched(theirs)).toEqual([]);
  });
});
