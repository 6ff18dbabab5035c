import { typeOf } from "@hemvist/rules";
import * as z from "zod/mini";
import { described } from "./described.ts";
import { ofMunicipality } from "./of-municipality.ts";
import { instant } from "./parts.ts";

/** W3C Trace Context, version 00. */
export const traceparent = z.string().check(z.regex(/^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/));

const source = ofMunicipality(z.string().check(z.regex(/^urn:hemvist:[a-z-]+$/)), ({ urn }) => ({
  const: urn,
}));

const type = ofMunicipality(
  z.string().check(z.regex(/^[a-z.-]+\.hemvist\.[\s\S]*\.v1$/)),
  ({ typePrefix }) => ({
    pattern: `^${escaped(typePrefix)}\\.[\\s\\S]{0,}\\.v1$`,
  }),
);

const escaped = (text: string): string => text.replaceAll(".", "\\.");

/** A CloudEvent 1.0.2 in structured JSON, as hemvist sends it. */
export const cloudEvent = z.strictObject({
  specversion: z.literal("1.0"),
  id: z.string(),
  source,
  type,
  time: instant,
  subject: z.string(),
  datacontenttype: z.literal("application/json"),
  correlationid: described(z.string(), { description: "The decision: <administration>.<decisionId>" }),
  causationid: z.string(),
  traceparent: z.exactOptional(traceparent),
  data: z.record(z.string(), z.unknown()),
});

/** The envelope of one kind of message, with its data. */
export const eventOf = <Data extends z.ZodMiniType>(happening: string, data: Data) => {
  const itsType = z.string().check(z.regex(new RegExp(`^[a-z.-]+\\.hemvist\\.${escaped(happening)}\\.v1$`)));
  return ofMunicipality(
    z.strictObject({
      ...cloudEvent.shape,
      type: ofMunicipality(itsType, (municipality) => ({ const: typeOf(municipality, happening) })),
      data,
    }),
    (municipality) => ({ title: typeOf(municipality, happening) }),
  );
};
