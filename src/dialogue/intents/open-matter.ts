import { holdsTitle } from '../../identity/roles.ts';
import { say } from '../../wording/sentence.ts';
import { button } from '../buttons.ts';
import type { Button } from '../turn.ts';
import type { PropertyView } from './handler.ts';

/** The way to what an open matter is, for those whose national id opens it. The label tells nothing of it. */
export function openMatterButton({ access, file }: PropertyView): Button[] {
  if (!holdsTitle(access.roles)) return [];
  return [
    button(say('button-open-matter'), { kind: 'wish', intent: 'violations', code: file.code }),
  ];
}
