import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";

export interface ExplainedAlarmProps {
  readonly name: string;
  readonly metric: IMetric;
  /** `above`: no data is good. `below`: no data is the fault. In the metric's own unit. */
  readonly when: { readonly above: number } | { readonly below: number };
  /** How many of the metric's periods in a row. */
  readonly periods: number;
  /** What happened, for the person on duty. No names and no bodies. */
  readonly whatHappened: string;
  /** The first thing to do. */
  readonly whatToDo: string;
  /** The file in `docs/runbooks/`, without its ending. */
  readonly runbook: string;
  readonly notifies: ITopic;
}

/** An alarm that says what happened, what to do, and which runbook has the rest. */
export class ExplainedAlarm extends Alarm {
  constructor(scope: Construct, props: ExplainedAlarmProps) {
    super(scope, props.name, {
      alarmName: `hemvist-${props.name}`,
      alarmDescription: `${props.whatHappened} ${props.whatToDo} Runbook: docs/runbooks/${props.runbook}.md`,
      metric: props.metric,
      evaluationPeriods: props.periods,
      ...limit(props.when),
    });
    this.addAlarmAction(new SnsAction(props.notifies));
    this.addOkAction(new SnsAction(props.notifies));
  }
}

const limit = (when: ExplainedAlarmProps["when"]) =>
  "above" in when
    ? {
        threshold: when.above,
        comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      }
    : {
        threshold: when.below,
        comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
        treatMissingData: TreatMissingData.BREACHING,
      };
