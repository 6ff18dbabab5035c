import { instantOf, isCivilDate, readCitation, subAreaCodes } from "@hemvist/rules";
import * as z from "zod";
import type { FaultCode } from "./fault.ts";
import { isIdentityNumber } from "./identity-number.ts";

/** Marks a refinement with the fault it is told as. */
export const as = (fault: FaultCode) => ({ params: { fault } });

/** A civil date in Europe/Stockholm. */
export const civilDate = z
  .string()
  .refine(isCivilDate, as("not-a-date"))
  .meta({ format: "date", examples: ["2026-11-02"] });

const offsetDateTime = z.iso.datetime({ offset: true });

/** An instant as RFC 3339 has it, in any offset; read as UTC to the second. */
export const instant = z
  .string()
  .refine((text) => offsetDateTime.safeParse(text).success, as("not-an-instant"))
  .meta({ format: "date-time", examples: ["2026-11-03T08:12:00Z"] });

/** How an instant is written wherever hemvist writes one: for whoever is to know of no rules. */
export { instantOf };

export const toUtc = (text: string): string => instantOf(Date.parse(text));

/** A sender's own id. One that is a valid identity number is refused: ids travel where no number may. */
export const id = z
  .string()
  .refine((text) => /^[A-Za-z0-9-]{1,64}$/.test(text), { ...as("not-an-id"), abort: true })
  .refine((text) => !isIdentityNumber(text), as("identity-number-as-id"))
  .meta({ pattern: "^[A-Za-z0-9-]{1,64}$" });

const assignmentIdForm = /^[a-z-]{1,64}\.[A-Za-z0-9-]{1,64}\.[A-Za-z0-9-]{1,64}$/;

/** `<administration>.<decisionId>.<interventionId>`. */
export const assignmentId = z
  .string()
  .refine((text) => assignmentIdForm.test(text), as("not-an-id"))
  .meta({ pattern: assignmentIdForm.source, examples: ["sf-centrum.SFC-2026-004711.1"] });

export const identityNumber = z.string().refine(isIdentityNumber, as("not-an-identity-number")).meta({
  pattern: "^(\\d{2})?\\d{6}[-+]?\\d{4}$",
  description: "Personnummer or samordningsnummer, 10 or 12 digits, with - or + or neither",
});

export const administration = z.enum(["sf-centrum", "sf-hisingen", "sf-nordost", "sf-sydvast"]);

export const subArea = z.enum(subAreaCodes);

/** A citation as case systems write it. */
export const legalBasis = z
  .string()
  .max(120)
  .refine((text) => readCitation(text) !== undefined, as("citation-not-read"))
  .meta({ examples: ["12 kap. 4 § SoL"] });

/** What a decision rests on, as hemvist answers it. */
export const legalBasisCode = z.enum(["sol-12-4", "sol-12-1", "sol-11-1"]);

export const area = z.enum(["social", "health", "competence", "job"]);

/** Who governs or carries out: SF, whichever of the four decided, or Arbvux. */
export const side = z.enum(["sf", "arbvux"]);

/** A party's code, such as `kompetenscenter` or `sf-centrum`. */
export const party = z.string().regex(/^[a-z-]{1,64}$/);

export const bilingual = z.strictObject({ sv: z.string(), en: z.string() }).meta({ id: "Bilingual" });

export const text = (longest: number) => z.string().min(1).max(longest);
