import {
  areaCodes,
  instantOf,
  isCivilDate,
  legalBases,
  logicalName,
  partiesOf,
  readCitation,
  severities,
  sides,
  subAreaCodes,
} from "@hemvist/rules";
import * as z from "zod/mini";
import { described } from "./described.ts";
import type { CloserText, FaultCode } from "./fault.ts";
import { holdsIdentityNumber, isIdentityNumber } from "./identity-number.ts";
import { ofMunicipality } from "./of-municipality.ts";
import { isText, isVisible } from "./readable-text.ts";

/** Marks a refinement with its fault, and with a text that says more than the fault's own. */
export const as = (fault: FaultCode, text?: CloserText) => ({ params: { fault, text } });

/** Ours. A date outside is no date: `0001-01-01` and `2999-12-31` are how systems write that they know none. */
const [firstDate, lastDate] = ["1800-01-01", "2199-12-31"];

/** A civil date in Europe/Stockholm. */
export const civilDate = described(
  z
    .string()
    .check(z.refine((text) => isCivilDate(text) && firstDate <= text && text <= lastDate, as("not-a-date"))),
  { format: "date", examples: ["2026-11-02"] },
);

const offsetDateTime = z.iso.datetime({ offset: true });

/** An instant as RFC 3339 has it, in any offset; read as UTC to the second. */
export const instant = described(
  z.string().check(z.refine((text) => offsetDateTime.safeParse(text).success, as("not-an-instant"))),
  { format: "date-time", examples: ["2026-11-03T08:12:00Z"] },
);

/** How an instant and a queue's name are written wherever hemvist writes one: for what is to know of no rules. */
export { instantOf, logicalName };

export const toUtc = (text: string): string => instantOf(Date.parse(text));

/** A sender's own id. Whether it is a person's identity number depends on the day it is received. */
export const id = described(
  z.string().check(z.refine((text) => /^[A-Za-z0-9-]{1,64}$/.test(text), as("not-an-id"))),
  { pattern: "^[A-Za-z0-9-]{1,64}$" },
);

const registryNumberForm = /^(?! )[A-Za-zÅÄÖåäö0-9 /:_.-]{1,64}(?<! )$/;

/** A case number or a work plan's id, as Swedish registries write them: `VON/2022:00276`. */
export const registryNumber = described(
  z.string().check(z.refine((text) => registryNumberForm.test(text), as("not-an-id", "registry-number"))),
  { pattern: registryNumberForm.source },
);

const assignmentIdForm = /^[a-z-]{1,64}\.[A-Za-z0-9-]{1,64}\.[A-Za-z0-9-]{1,64}$/;

/** `<administration>.<decisionId>.<interventionId>`. */
export const assignmentId = described(
  z.string().check(z.refine((text) => assignmentIdForm.test(text), as("not-an-id", "assignment-id"))),
  { pattern: assignmentIdForm.source, examples: ["sf-centrum.SFC-2026-004711.1"] },
);

export const identityNumber = described(
  z.string().check(z.refine(isIdentityNumber, as("not-an-identity-number"))),
  {
    examples: ["18900118-9803"],
    description:
      "Personnummer or samordningsnummer, 10 or 12 digits, with - or + or neither. Spaces and other dashes are read past",
  },
);

/** The code of an administration. What comes in is read with the municipality's own codes: `perMunicipality`. */
export const administration = ofMunicipality(z.string().check(z.regex(/^[a-z-]{1,64}$/)), (municipality) => ({
  enum: partiesOf(municipality).administrations,
}));

export const subArea = z.enum(subAreaCodes);

/** Marks an issue with the paragraph that its fault names: in our own words, never the sender's. */
const notHandled = (paragraph: string) => ({
  params: { fault: "legal-basis-not-handled" satisfies FaultCode, paragraph },
});

/** A citation as case systems write it. */
export const legalBasis = described(
  z.string().check(
    z.maxLength(120),
    z.refine(isText, { ...as("not-text"), abort: true }),
    z.superRefine((text, context) => {
      const reading = readCitation(text);
      if (reading.kind === "not-read")
        context.addIssue({
          code: "custom",
          ...as("citation-not-read", reading.isNotGranted ? "not-granted" : undefined),
        });
      if (reading.kind === "not-handled")
        context.addIssue({ code: "custom", ...notHandled(reading.paragraph) });
    }),
  ),
  { examples: ["12 kap. 4 § SoL"] },
);

/** What a decision rests on, as hemvist answers it. */
export const legalBasisCode = z.enum(legalBases);

export const area = z.enum(areaCodes);

/** Who governs or carries out: SF, which means the one that decided, or Arbvux. */
export const side = z.enum(sides);

/** `must`: the decision is returned. `should`: it is carried on. */
export const severity = z.enum(severities);

/** A party's code, such as `kompetenscenter` or `sf-centrum`. */
export const party = z.string().check(z.regex(/^[a-z-]{1,64}$/));

export const bilingual = described(z.strictObject({ sv: z.string(), en: z.string() }), { id: "Bilingual" });

/** A text that people read. It goes out to others, so it holds no identity number. */
export const text = (longest: number) =>
  z.string().check(
    z.minLength(1),
    z.maxLength(longest),
    z.refine(isText, as("not-text")),
    z.refine((value) => value === "" || isVisible(value), as("blank")),
    z.refine((value) => !holdsIdentityNumber(value), as("identity-number-in-text")),
  );
