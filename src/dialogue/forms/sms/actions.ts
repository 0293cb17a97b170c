export type SmsAction =
  /** Another mobile than the messenger's is on file. */
  | { kind: 'other-mobile' }
  /** Brings back the mobile that was typed, readable to us alone, so that it need not be kept. */
  | { kind: 'sms-again'; sealed: string }
  | { kind: 'own-contact' };

export function encodeSmsAction(action: SmsAction): string {
  return action.kind === 'sms-again' ? `sa:${action.sealed}` : action.kind;
}

/** Null for anything that is not a button of a proof by SMS. */
export function decodeSmsAction(name: string, first: string): SmsAction | null {
  if (name === 'sa') return /^[\w-]{52}$/.test(first) ? { kind: 'sms-again', sealed: first } : null;
  return name === 'other-mobile' || name === 'own-contact' ? { kind: name } : null;
}
