/** What a function's thread is started with. */
export interface ThreadSetting {
  readonly functionName: string;
  readonly functionArn: string;
  /** Where the bundle was unpacked. */
  readonly directory: string;
  /** `<file>.<export>` */
  readonly handler: string;
  readonly memoryMb: number;
  readonly timeoutMs: number;
}

export interface Invocation {
  readonly requestId: string;
  /** JSON, as Lambda gets it. */
  readonly event: string;
}

export interface ToThread extends Invocation {
  /** Real milliseconds since 1970. */
  readonly deadline: number;
  /** How far virtual time is ahead of the real one, in milliseconds. */
  readonly ahead: number;
}

export type FromThread =
  | { readonly kind: "ready" }
  | { readonly kind: "unusable"; readonly payload: string }
  | { readonly kind: "wrote"; readonly text: string }
  | { readonly kind: "answered"; readonly payload: string }
  | { readonly kind: "failed"; readonly payload: string };
