/** What the buttons about voice notes do. */
export type VoiceAction =
  | { kind: 'voice-agree' }
  | { kind: 'voice-decline' }
  /** `id` keeps a button from confirming other words than those above it. */
  | { kind: 'voice-right'; id: string }
  | { kind: 'voice-wrong' };

export function encodeVoiceAction(action: VoiceAction): string {
  return action.kind === 'voice-right' ? `vr:${action.id}` : action.kind;
}

/** Null for anything that is not a button about a voice note. */
export function decodeVoiceAction(name: string, id: string): VoiceAction | null {
  switch (name) {
    case 'vr':
      return id ? { kind: 'voice-right', id } : null;
    case 'voice-agree':
    case 'voice-decline':
    case 'voice-wrong':
      return { kind: name };
    default:
      return null;
  }
}
