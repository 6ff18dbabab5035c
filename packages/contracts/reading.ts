import type * as z from "zod/mini";
import { withoutAbsent } from "./absent.ts";
import { boundedFaults, type Fault, fault, faultsOf } from "./fault.ts";
import { withShortLists } from "./short-lists.ts";

/** A message as it was read, or everything that is wrong with it. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };

export const unreadable = (faults: readonly Fault[]): Read<never> => ({
  ok: false,
  faults: boundedFaults(faults),
});

/** What a schema makes of a message. */
interface Parsed<T> {
  /** The message without what counts as absent, for checks that no schema can make. */
  readonly sent: unknown;
  readonly faults: readonly Fault[];
  /** Absent where the schema finds a fault. */
  readonly data?: T;
}

/** Compares a message with a schema. It first leaves out what counts as absent, unless there is no such field. */
export function parsedBy<T>(schema: z.ZodMiniType<T>, whole: unknown): Parsed<T> {
  const message = withShortLists(whole);
  const sent = withoutAbsent(message);
  const parsed = schema.safeParse(sent, { reportInput: true });
  const data = parsed.success ? { data: parsed.data } : {};
  const faults = parsed.success ? [] : faultsOf(parsed.error.issues);
  if (sent === message) return { sent, faults, ...data };
  return {
    sent,
    faults: [...faults.map((one) => explained(one, message)), ...unknownNulls(schema, message)],
    ...data,
  };
}

/** A required field that was sent, but as what counts as absent. */
function explained(found: Fault, message: unknown): Fault {
  if (found.code !== "missing") return found;
  const value = valueAt(message, found.pointer);
  if (value === null) return fault(found.pointer, "wrong-type", "null");
  return value === undefined ? found : fault(found.pointer, "missing", "until-further-notice");
}

/** Fields that the contract does not have, sent as `null`: they are misspelt like any other. */
function unknownNulls(schema: z.ZodMiniType, message: unknown): readonly Fault[] {
  const issues = schema.safeParse(message, { reportInput: true }).error?.issues ?? [];
  return faultsOf(issues).filter(
    ({ code, pointer }) => code === "unknown-field" && valueAt(message, pointer) === null,
  );
}

/** The value that a pointer names, or undefined where there is none. */
function valueAt(message: unknown, pointer: string): unknown {
  let value = message;
  for (const name of pointer.split("/").slice(1)) {
    if (typeof value !== "object" || value === null) return undefined;
    const own = name.replaceAll("~1", "/").replaceAll("~0", "~");
    value = Object.getOwnPropertyDescriptor(value, own)?.value;
  }
  return value;
}
