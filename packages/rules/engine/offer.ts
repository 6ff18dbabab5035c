import { isWithin } from "./calendar/period.ts";
import type { Intervention } from "./decision.ts";
import type { Model, Service } from "./model.ts";
import type { Side } from "./placement.ts";

interface Sought {
  readonly model: Model;
  readonly intervention: Intervention;
  readonly side: Side;
  /** Who has worked with the person so far, if known. */
  readonly before?: string;
}

/** The service asked for, where it is offered from the intervention's first day, for its sub-area and side. */
export function serviceFor({ model, intervention, side }: Sought): Service | undefined {
  return model.services.find(
    (service) =>
      service.code === intervention.service &&
      service.subArea === intervention.subArea &&
      isWithin(intervention.from, service) &&
      model.providers.some(({ code, side: its }) => code === service.provider && its === side),
  );
}

/**
 * Who takes it: who offers the service asked for, else who has worked with the person so far, if they offer the
 * sub-area, else the first in the model who does.
 */
export function providerFor(sought: Sought): string | undefined {
  const { model, intervention, side, before } = sought;
  const offering = model.providers.filter(
    (provider) =>
      provider.side === side &&
      provider.subAreas.includes(intervention.subArea) &&
      isWithin(intervention.from, provider),
  );
  const provider = offering.find(({ code }) => code === before) ?? offering[0];
  return serviceFor(sought)?.provider ?? provider?.code;
}
