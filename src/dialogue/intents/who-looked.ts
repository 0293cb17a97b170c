import { UpstreamError } from '../../errors.ts';
import { type HeldProperty, propertiesOf } from '../../identity/properties.ts';
import { holdsTitle } from '../../identity/roles.ts';
import type { AccessRole } from '../../identity/rules.ts';
import { tehranDate } from '../../language/jalali.ts';
import { type Sentence, say } from '../../wording/sentence.ts';
import type { Exchange } from '../exchange.ts';

const ROLE_NAMES = {
  owner: say('role-owner'),
  heir: say('role-heir'),
  attorney: say('role-attorney'),
  tenant: say('role-tenant'),
  'guild-holder': say('role-guild-holder'),
  applicant: say('role-applicant'),
  representative: say('role-representative'),
} as const satisfies Record<AccessRole, Sentence>;

/** Who has looked at the citizen's properties: told to those who hold their title, and to nobody else. */
export async function whoLooked(exchange: Exchange): Promise<Sentence[]> {
  const { deps, citizenId, now } = exchange;
  const objectHashes = (await titled(exchange)).flatMap(({ code }) => deps.everyCodeHash(code));
  if (objectHashes.length === 0) return [];
  const { own, others } = await deps.identity.looksAt({ objectHashes, citizenId }, now);
  if (own === 0 && others.length === 0) return [say('privacy-looks-none')];
  return [
    say('privacy-looks'),
    ...(own > 0 ? [say('privacy-looks-own', { count: own })] : []),
    ...others.map(({ role, count, last }) =>
      say('privacy-looks-other', { role: ROLE_NAMES[role], count, day: tehranDate(last) }),
    ),
    ...(others.length === 0 ? [say('privacy-looks-nobody')] : []),
  ];
}

async function titled(exchange: Exchange): Promise<HeldProperty[]> {
  try {
    const known = propertiesOf(await exchange.standing(), exchange.today);
    const properties =
      known.kind === 'several' ? known.properties : known.kind === 'one' ? [known.property] : [];
    return properties.filter(({ roles }) => holdsTitle(roles));
  } catch (error) {
    // What is kept of a citizen can be told while the records are down.
    if (error instanceof UpstreamError) return [];
    throw error;
  }
}
