import { isTrial } from "@hemvist/rules";
import { type HttpAnswer, type HttpRequest, measure, promiseKept } from "@hemvist/runtime";

/** What we promise of 999 decisions in 1,000, in milliseconds. Ours. */
const promised = 2000;

/**
 * Answers, and measures how long after the gateway got the request. An answer that the fault is ours is none in time.
 * hemvist's own trial decisions are in no figure.
 */
export const inTime =
  (answer: (request: HttpRequest) => Promise<HttpAnswer>) =>
  async (request: HttpRequest): Promise<HttpAnswer> => {
    if (isTrial(request.caller.party)) return await answer(request);
    try {
      const answered = await answer(request);
      const ms = request.elapsed();
      measure("TimeToAnswer", ms, { administration: request.caller.party });
      promiseKept("DecisionAnsweredInTime", ms <= promised);
      return answered;
    } catch (error) {
      promiseKept("DecisionAnsweredInTime", false);
      throw error;
    }
  };
