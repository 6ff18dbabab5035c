/** What hemvist promises of its own work, over 30 days. */
export interface Slo {
  readonly name: "answered" | "handed-on" | "followed-up";
  /** The function that measures it. */
  readonly service: "receive-decision" | "hand-off" | "follow-up";
  /** 100 for each event that kept the promise, and 0 for each that broke it. */
  readonly metricName: "DecisionAnsweredInTime" | "HandedOnInTime" | "FollowedUpInTime";
}

export const slos: readonly Slo[] = [
  {
    name: "answered",
    service: "receive-decision",
    metricName: "DecisionAnsweredInTime",
  },
  {
    name: "handed-on",
    service: "hand-off",
    metricName: "HandedOnInTime",
  },
  {
    name: "followed-up",
    service: "follow-up",
    metricName: "FollowedUpInTime",
  },
];

/** In per cent of all events. */
export const target = 99.9;
