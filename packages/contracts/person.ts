import * as z from "zod/mini";
import { described } from "./described.ts";
import { isIdentityNumber } from "./identity-number.ts";
import { as, civilDate, id, identityNumber, text } from "./parts.ts";

const reference = described(id, { description: "SF's own reference: never a number, never a name" });

const idForm = /^[A-Za-z0-9-]{1,64}$/;

const named = {
  protectedIdentity: z.literal(false),
  givenName: z.exactOptional(text(100)),
  familyName: z.exactOptional(text(100)),
  replaces: described(
    z.exactOptional(
      z.string().check(z.refine((sent) => idForm.test(sent) || isIdentityNumber(sent), as("not-an-id"))),
    ),
    {
      description:
        "The identity number or reference that stood before, where a personnummer replaces a samordningsnummer or a reference",
    },
  ),
};

const hasName = (person: { readonly givenName?: string; readonly familyName?: string }): boolean =>
  person.givenName !== undefined || person.familyName !== undefined;

// Looked at even where something else in the person cannot be read.
const needsName = {
  ...as("needs-name"),
  when: ({ value }: { readonly value: unknown }) => typeof value === "object" && value !== null,
};

export const protectedPerson = z.strictObject({ protectedIdentity: z.literal(true), reference });

/** Who a decision concerns: by number, by SF's own reference where there is no number, or protected. */
export const person = described(
  z.union([
    z.strictObject({ identityNumber, ...named }).check(z.refine(hasName, needsName)),
    z.strictObject({ reference, birthDate: civilDate, ...named }).check(z.refine(hasName, needsName)),
    protectedPerson,
  ]),
  {
    id: "Person",
    description:
      "With an identity number, or with SF's own reference and a date of birth for a person who has none, and in both cases at least one name. With protected identity only SF's own reference.",
  },
);
