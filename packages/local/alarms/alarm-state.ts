export type AlarmState = "OK" | "ALARM" | "INSUFFICIENT_DATA";

export type MissingData = "missing" | "ignore" | "breaching" | "notBreaching";

/** A period's value against the threshold; undefined where the period has no data. */
export type DataPoint = "breaching" | "within" | undefined;

/**
 * The state that a metric alarm takes, by the data points in its evaluation range, oldest first. The range is longer
 * than the evaluation periods, so that a missing point can be made good by an older one.
 *
 * > If some data points in the evaluation range are missing, and the number of actual data points that were retrieved is
 * > lower than the alarm's number of Evaluation Periods, CloudWatch fills in the missing data points with the result you
 * > specified for how to treat missing data, and then evaluates the alarm. However, all real data points in the
 * > evaluation range are included in the evaluation.
 * > Amazon CloudWatch User Guide, How alarm state is evaluated when data is missing
 */
export const alarmState = ({
  points,
  evaluationPeriods,
  datapointsToAlarm,
  missingData,
  before,
}: {
  readonly points: readonly DataPoint[];
  readonly evaluationPeriods: number;
  readonly datapointsToAlarm: number;
  readonly missingData: MissingData;
  /** The state until now. */
  readonly before: AlarmState;
}): AlarmState => {
  const existing = points.filter((point) => point !== undefined);
  const breaching = existing.slice(-evaluationPeriods).filter((point) => point === "breaching").length;
  const toFill = evaluationPeriods - existing.length;
  if (breaching >= datapointsToAlarm) return "ALARM";
  if (toFill <= 0) return "OK";
  switch (missingData) {
    case "breaching":
      return breaching + toFill >= datapointsToAlarm ? "ALARM" : "OK";
    case "notBreaching":
      return "OK";
    case "missing":
    case "ignore":
      if (existing.includes("within")) return "OK";
      if (missingData === "ignore") return before;
      return isPremature(points, datapointsToAlarm) ? "INSUFFICIENT_DATA" : "ALARM";
  }
};

/** How many more points than its evaluation periods an alarm looks back for: five for three, in the guide's examples. */
export const LOOKED_BACK_FOR = 2;

/**
 * > alarms are designed to always go into ALARM state when the oldest available breaching datapoint during the
 * > Evaluation Periods number of data points is at least as old as the value of Datapoints to Alarm, and all other more
 * > recent data points are breaching or missing.
 * > Amazon CloudWatch User Guide, Avoiding premature transitions to alarm state
 */
const isPremature = (points: readonly DataPoint[], datapointsToAlarm: number): boolean => {
  const oldest = points.indexOf("breaching");
  return oldest < 0 || points.length - oldest < datapointsToAlarm;
};
