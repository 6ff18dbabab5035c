import { Engine, type RuleProperties } from "json-rules-engine";
import { oldActFrom } from "../twenty-rules.ts";
import type { RulesEngine } from "./rules-engine.ts";

/**
 * json-rules-engine: each rule is conditions in JSON, and `engine.run(facts)` tries them all. Written as its
 * documentation shows: https://github.com/CacheControl/json-rules-engine/blob/master/docs/rules.md
 * (operator decorators such as `everyFact:` are its own). The engine is built once and run many times.
 */
export function jsonRulesEngine(): RulesEngine {
  const engine = new Engine(rules);
  return {
    name: "json-rules-engine",
    async broken(facts) {
      const { failureEvents } = await engine.run(facts);
      return new Set(failureEvents.map(({ type }) => type));
    },
  };
}

interface Condition {
  readonly fact: string;
  readonly operator: string;
  readonly value: unknown;
}

const condition = (fact: string, operator: string, value: unknown): Condition => ({ fact, operator, value });
const no = (fact: string, value: unknown): Condition => condition(fact, "notEqual", value);
const is = (fact: string, value: unknown): Condition => condition(fact, "equal", value);
const atLeast = (fact: string, value: unknown): Condition => condition(fact, "greaterThanInclusive", value);
const atMost = (fact: string, value: unknown): Condition => condition(fact, "lessThanInclusive", value);
const every = ({ fact, operator, value }: Condition): Condition =>
  condition(fact, `everyFact:${operator}`, value);
const fact = (name: string) => ({ fact: name });

const rule = (type: string, ...all: readonly (Condition | { readonly any: readonly unknown[] })[]) =>
  ({ conditions: { all }, event: { type } }) as RuleProperties;

const rules: RuleProperties[] = [
  rule("model-in-force", atLeast("decidedOn", fact("modelFrom"))),
  rule("legal-basis-in-force", is("citedAct", fact("actThen"))),
  rule("decided-when-received", atMost("decidedOn", fact("receivedOn"))),
  rule("period-in-order", atLeast("lastDay", fact("validFrom")), every(atLeast("lengths", 0))),
  rule(
    "intervention-within-decision",
    every(atLeast("froms", fact("validFrom"))),
    every(atMost("froms", fact("lastDay"))),
    every(atLeast("tos", fact("validFrom"))),
    every(atMost("tos", fact("lastDay"))),
  ),
  rule(
    "intervention-decided-in-order",
    every(atLeast("decidedOns", fact("decidedOn"))),
    every(atMost("decidedOns", fact("receivedOn"))),
  ),
  rule("time-limited", is("hasLastDay", true)),
  rule(
    "basic-decision-named",
    no("basicDecisionId", ""),
    no("basicDecisionId", fact("decisionId")),
    is("basicLegalBasis", "sol-12-1"),
    is("basicAct", fact("basicActThen")),
    atLeast("basicDecidedOn", oldActFrom),
    atMost("basicDecidedOn", fact("decidedOn")),
  ),
  rule("unemployed", no("unemployment", "none")),
  rule("needs-job-or-competence", condition("areas", "someFact:in", ["job", "competence"])),
  rule(
    "within-three-years",
    atLeast("expectedBy", fact("decidedOn")),
    atMost("expectedBy", fact("horizonEnds")),
  ),
  rule(
    "work-plan-with-participation",
    atLeast("workPlanOn", oldActFrom),
    atMost("workPlanOn", fact("decidedOn")),
    is("participationRequired", true),
  ),
  rule(
    "employment-service-consulted",
    atLeast("consultedOn", oldActFrom),
    atMost("consultedOn", fact("decidedOn")),
  ),
  rule("no-suitable-labour-market-measure", is("isMeasureRefused", true)),
  rule("health-complements", every(atLeast("companions", 1))),
  rule("parallel-agreed", {
    any: [
      {
        all: [
          is("isAgreementInForce", true),
          every(condition("parallelSubAreas", "in", fact("agreementSubAreas"))),
        ],
      },
      { all: [is("isAgreementInForce", false), is("isAgreementNamed", false), is("parallelCount", 0)] },
    ],
  }),
  rule("follows-known", every(is("followsSame", true))),
  rule("service-in-catalogue", every(is("servicesOffered", true))),
  rule("provider-available", every(is("providersFound", true))),
  rule("follow-up-planned", atLeast("followUpOn", fact("validFrom")), atMost("followUpOn", fact("lastDay"))),
];
