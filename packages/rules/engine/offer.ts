import { isWithin } from "./calendar/period.ts";
import type { CivilDate, SubAreaCode } from "./decision.ts";
import type { Model, Provider, Service } from "./model.ts";
import type { Side } from "./placement.ts";

interface Sought {
  readonly model: Model;
  readonly intervention: {
    readonly subArea: SubAreaCode;
    readonly from: CivilDate;
    readonly service?: string | undefined;
  };
  readonly side: Side;
  /** The provider that has worked with the person so far, if known. */
  readonly before?: string | undefined;
}

/** The service that SF asks for, if it is offered from the intervention's first day, for its sub-area and side. */
export function serviceFor({ model, intervention, side }: Sought): Service | undefined {
  if (intervention.service === undefined) return undefined;
  return model.services.find(
    (service) =>
      service.code === intervention.service &&
      service.subArea === intervention.subArea &&
      isWithin(intervention.from, service) &&
      model.providers.some(({ code, side: its }) => code === service.provider && its === side),
  );
}

/**
 * The provider that takes the intervention: the one that offers the service that SF asks for. Otherwise the one that
 * has worked with the person so far, if it offers the sub-area. Otherwise the first in the model that does.
 */
export function providerFor(sought: Sought): string | undefined {
  const { model, intervention, side, before } = sought;
  const asked = serviceFor(sought);
  if (asked !== undefined) return asked.provider;
  const offers = (provider: Provider): boolean =>
    provider.side === side &&
    provider.subAreas.includes(intervention.subArea) &&
    isWithin(intervention.from, provider);
  const known = model.providers.find((provider) => provider.code === before && offers(provider));
  return (known ?? model.providers.find(offers))?.code;
}
