import { untilFurtherNotice } from "@hemvist/rules";
import { someWithin } from "./some-within.ts";

/** A message without its members that are `null`: an optional field that is `null` counts as absent. */
export const withoutNulls = (value: unknown): unknown => without(value, isNull);

/** A message without what counts as absent: `null`, and `9999-12-31` where a date stands. */
export const withoutAbsent = (value: unknown): unknown => without(value, countsAsAbsent);

const isNull = (member: unknown): boolean => member === null;
const countsAsAbsent = (member: unknown): boolean => member === null || member === untilFurtherNotice;

/** The same object if there is nothing to leave out. Most messages have nothing, so they are only looked through. */
const without = (value: unknown, isAbsent: (member: unknown) => boolean): unknown =>
  someWithin(value, isAbsent) ? leftOut(value, isAbsent) : value;

function leftOut(value: unknown, isAbsent: (member: unknown) => boolean): unknown {
  if (Array.isArray(value)) return value.map((element) => leftOut(element, isAbsent));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) =>
      isAbsent(member) ? [] : [[name, leftOut(member, isAbsent)]],
    ),
  );
}
