import type { Intent } from '../../language/vocabulary.ts';
import type { Understanding } from '../../understanding/understanding.ts';
import type { Exchange } from '../exchange.ts';
import type { Input, Reply } from '../turn.ts';
import type { AccessForm, LinkForm } from './access/access-form.ts';
import type { ComplaintForm } from './complaint/complaint-form.ts';
import type { SmsForm } from './sms/sms-form.ts';
import type { VerifyForm } from './verify/verify-form.ts';

/** What a small form has gathered so far; plain JSON. */
export type SmallForm = (VerifyForm | ComplaintForm | AccessForm | LinkForm | SmsForm) & {
  /** Something else was talked about since; the citizen is offered to come back to it. */
  parked?: boolean;
};

/** What a message beside it is likely about; undefined where the form takes digits and names alone. */
export function intentOfForm({ kind }: SmallForm): Intent | undefined {
  return kind === 'complaint' || kind === 'verify-certificate' ? kind : undefined;
}

/** How one kind of small form takes what the citizen sends. Null: it is about something else. */
export interface SmallFormHandler<Form extends { kind: string }> {
  text(exchange: Exchange, form: Form, understood: Understanding): Promise<Reply[] | null>;
  /** A photo, a location and so on, where the form has a use for it. */
  other?(exchange: Exchange, form: Form, input: Input): Promise<Reply[] | null>;
  /** Asks what is still missing, or ends the form once nothing is. */
  advance(exchange: Exchange, form: Form): Promise<Reply[]>;
}
