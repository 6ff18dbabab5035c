import { isWithin } from "./calendar/period.ts";
import type { CivilDate } from "./decision.ts";
import type { Agreement, Model } from "./model.ts";

interface Sought {
  readonly model: Model;
  readonly parallelAgreement?: string | undefined;
  readonly decidedOn: CivilDate;
}

/** The agreement that a decision names, if it exists and was in force on the day of the decision. */
export function agreementInForce({ model, parallelAgreement, decidedOn }: Sought): Agreement | undefined {
  return model.agreements.find(
    (agreement) => agreement.id === parallelAgreement && isWithin(decidedOn, agreement),
  );
}
