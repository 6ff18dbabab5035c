import { CfnCompositeAlarm } from "aws-cdk-lib/aws-cloudwatch";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";
import { type AlarmPlace, type AlarmTexts, alarmName, descriptionOf, tagged } from "./alarm-texts.ts";

export interface ComposedAlarmProps extends AlarmTexts, AlarmPlace {
  /** In CloudWatch's words: `anyOf`, `inAlarm`. The alarms in it must exist before it. */
  readonly rule: string;
  /** The name of the alarm that makes this one wait. CloudWatch sends when that one is over. */
  readonly waitsFor?: string | undefined;
  readonly notifies: readonly ITopic[];
}

/** In seconds: how long CloudWatch waits to see whether the other alarm goes off too, or comes back. Ours. */
const settling = 120;

/** An alarm on other alarms, by their names. So it imports nothing from their stacks. */
export class ComposedAlarm extends CfnCompositeAlarm {
  constructor(scope: Construct, props: ComposedAlarmProps) {
    const topics = props.notifies.map(({ topicArn }) => topicArn);
    super(scope, props.name, {
      alarmName: alarmName(props),
      alarmDescription: descriptionOf(props, props),
      alarmRule: props.rule,
      ...(topics.length === 0 ? {} : { alarmActions: topics, okActions: topics }),
      ...(props.waitsFor === undefined
        ? {}
        : {
            actionsSuppressor: alarmName({ name: props.waitsFor }),
            actionsSuppressorWaitPeriod: settling,
            actionsSuppressorExtensionPeriod: settling,
          }),
    });
    tagged(this, props, props);
  }

  /** Whether its rule names this alarm, or it waits for it. */
  names(name: string): boolean {
    const full = alarmName({ name });
    return this.alarmRule.includes(`"${full}"`) || this.actionsSuppressor === full;
  }
}

export const inAlarm = (name: string): string => `ALARM("${alarmName({ name })}")`;

/** A rule: any of these. */
export const anyOf = (names: readonly string[]): string => names.map(inAlarm).join(" OR ");
