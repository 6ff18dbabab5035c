import type { Answer, Request } from "../front/listening.ts";
import type { Instant } from "../time/virtual-clock.ts";

/** Dates each answer by the system's clock, which may have been moved. */
export const atSystemTime =
  (serve: (request: Request) => Promise<Answer>, now: () => Instant) =>
  async (request: Request): Promise<Answer> => {
    const answer = await serve(request);
    return { ...answer, headers: { ...answer.headers, date: new Date(now()).toUTCString() } };
  };
