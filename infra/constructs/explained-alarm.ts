import {
  Alarm,
  type AlarmProps,
  ComparisonOperator,
  type IMetric,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";

export interface ExplainedAlarmProps {
  readonly name: string;
  readonly metric: IMetric;
  /** It sounds above this, in the metric's own unit. */
  readonly above: number;
  readonly evaluationPeriods: number;
  /** What happened, for whoever is woken; no names and no bodies. */
  readonly whatHappened: string;
  /** The first thing to do. */
  readonly whatToDo: string;
  /** The file in `docs/runbooks/`, without its ending. */
  readonly runbook: string;
  readonly tells: ITopic;
}

/** An alarm that says what happened, what to do and where the whole of it is written. Silence is not trouble. */
export class ExplainedAlarm extends Alarm {
  constructor(scope: Construct, id: string, props: ExplainedAlarmProps) {
    super(scope, id, {
      alarmName: `hemvist-${props.name}`,
      alarmDescription: explanation(props),
      metric: props.metric,
      threshold: props.above,
      evaluationPeriods: props.evaluationPeriods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    } satisfies AlarmProps);
    this.addAlarmAction(new SnsAction(props.tells));
    this.addOkAction(new SnsAction(props.tells));
  }
}

const explanation = ({ whatHappened, whatToDo, runbook }: ExplainedAlarmProps): string =>
  `${whatHappened} ${whatToDo} Runbook: docs/runbooks/${runbook}.md`;
