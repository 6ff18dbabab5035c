import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";
import { type AlarmPlace, type AlarmTexts, alarmName, descriptionOf, tagged } from "./alarm-texts.ts";

/** In the metric's own unit. `above`: no data is good. `below`: no data is the fault, unless silence is said to be none. */
export type Limit = { readonly above: number } | { readonly below: number; readonly orSilent?: false };

export interface ExplainedAlarmProps extends AlarmTexts, AlarmPlace {
  readonly metric: IMetric;
  readonly when: Limit;
  /** How many of the metric's periods in a row. */
  readonly periods: number;
  /** In how many of these periods the limit is passed, if not in all of them. */
  readonly atLeast?: number;
  /** Whether it stays as it was while there is no data, instead of what its limit says. */
  readonly keepsWithoutData?: boolean;
  /** None where another alarm sends for this one. */
  readonly notifies: readonly ITopic[];
}

/** An alarm that says what happened, who is hurt, what to do, and which runbook has the rest. */
export class ExplainedAlarm extends Alarm {
  constructor(scope: Construct, props: ExplainedAlarmProps) {
    super(scope, props.name, {
      alarmName: alarmName(props),
      alarmDescription: descriptionOf(props, props),
      metric: props.metric,
      evaluationPeriods: props.periods,
      ...(props.atLeast === undefined ? {} : { datapointsToAlarm: props.atLeast }),
      ...limit(props.when),
      ...(props.keepsWithoutData === true ? { treatMissingData: TreatMissingData.IGNORE } : {}),
    });
    for (const topic of props.notifies) {
      this.addAlarmAction(new SnsAction(topic));
      this.addOkAction(new SnsAction(topic));
    }
    tagged(this, props, props);
  }
}

const limit = (when: Limit) =>
  "above" in when
    ? {
        threshold: when.above,
        comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      }
    : {
        threshold: when.below,
        comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
        treatMissingData:
          when.orSilent === false ? TreatMissingData.NOT_BREACHING : TreatMissingData.BREACHING,
      };
