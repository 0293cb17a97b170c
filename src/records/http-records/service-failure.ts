import { UpstreamError } from '../../errors.ts';

/**
 * The service did not answer as described. `outage`: it is down or too slow, so that asking again at once
 * only makes it worse; otherwise it is up and what it said is wrong.
 */
export class ServiceFailure extends UpstreamError {
  readonly kind: 'outage' | 'wrong-answer';
  /** Whether the very same question may be answered a moment later. */
  readonly mayPass: boolean;

  constructor(
    message: string,
    how: { kind: 'outage' | 'wrong-answer'; mayPass?: boolean; cause?: unknown },
  ) {
    super(message, how.cause === undefined ? {} : { cause: how.cause });
    this.kind = how.kind;
    this.mayPass = how.mayPass ?? false;
  }
}
