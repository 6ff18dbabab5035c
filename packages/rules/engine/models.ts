import type { CivilDate } from "./decision.ts";
import type { Model } from "./model.ts";
import type { Municipality } from "./municipality.ts";
import type { Rule } from "./rule.ts";

/**
 * The model of a municipality that was in force on a day. None before the first one. Only the municipality's own models
 * judge its decisions.
 */
export function modelInForceOn({ code, models }: Municipality, date: CivilDate): Model | undefined {
  let found: Model | undefined;
  for (const model of models) {
    if (model.municipality !== code) continue;
    if (model.validFrom <= date && (found === undefined || found.validFrom < model.validFrom)) found = model;
  }
  return found;
}

/** The model that a stored judgement names. */
export function modelNamed({ code, models }: Municipality, name: string): Model | undefined {
  return models.find((model) => model.municipality === code && model.name === name);
}

export function ruleOf(model: Model, id: string): Rule | undefined {
  return model.rules.find((rule) => rule.id === id);
}
