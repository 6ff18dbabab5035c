import type { Answer, Request } from "./listening.ts";

/**
 * Dates each answer at its caller's own time, which is virtual in a function and real outside. To an AWS client an
 * answer that is minutes off its clock is a reason to try every refused call four times.
 */
export const atCallersTime =
  (serve: (request: Request) => Promise<Answer>) =>
  async (request: Request): Promise<Answer> => {
    const answer = await serve(request);
    const date = signedAt(request.headers["x-amz-date"]);
    return date === undefined ? answer : { ...answer, headers: { ...answer.headers, date } };
  };

/** Reads `20261102T090000Z`. */
const signedAt = (text = ""): string | undefined => {
  const [, day = "", time = ""] = /^(\d{8})T(\d{6})Z$/.exec(text) ?? [];
  if (day === "") return undefined;
  const instant = `${day.replace(/(....)(..)/, "$1-$2-")}T${time.replace(/(..)(..)/, "$1:$2:")}Z`;
  return new Date(instant).toUTCString();
};
