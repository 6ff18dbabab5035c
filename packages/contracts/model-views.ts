import { acts, intervalOrigins, intervalUnits, partyRoles } from "@hemvist/rules";
import * as z from "zod/mini";
import { source } from "./answer.ts";
import { described } from "./described.ts";
import { administration, area, bilingual, civilDate, id, party, severity, side, subArea } from "./parts.ts";

const summary = {
  name: z.string(),
  municipality: z.string(),
  validFrom: civilDate,
  act: z.enum(acts),
};

/** GET /v1/models. */
export const modelList = described(z.strictObject({ models: z.array(z.strictObject(summary)) }), {
  id: "ModelList",
  title: "Every model there has been, the newest last",
});

const period = { from: civilDate, to: z.exactOptional(civilDate) };
const example = described(z.boolean(), { description: "The city has not published it: an example" });

/** GET /v1/models/{name}. */
export const modelView = described(
  z.strictObject({
    ...summary,
    administrations: z.array(administration),
    parties: z.array(
      z.strictObject({
        code: party,
        name: z.string(),
        role: z.enum(partyRoles),
      }),
    ),
    subAreas: z.array(
      z.strictObject({
        code: subArea,
        area,
        name: z.string(),
        english: z.string(),
        governedBy: z.array(side),
        carriedOutBy: z.array(side),
      }),
    ),
    providers: z.array(
      z.strictObject({ code: party, name: z.string(), side, subAreas: z.array(subArea), example, ...period }),
    ),
    services: z.array(
      z.strictObject({ code: id, name: z.string(), subArea, provider: party, example, ...period }),
    ),
    agreements: z.array(z.strictObject({ id, subAreas: z.array(subArea), example, ...period })),
    intervals: z.record(
      z.string(),
      z.strictObject({
        count: z.int(),
        unit: z.enum(intervalUnits),
        origin: described(z.enum(intervalOrigins), {
          description: "`ours` where no governing text gives a number",
        }),
        why: bilingual,
      }),
    ),
    rules: z.array(
      z.strictObject({
        rule: z.string(),
        severity: severity,
        source,
        concerns: z.string(),
      }),
    ),
  }),
  { id: "ModelView", title: "The governance model as it holds from a date" },
);
