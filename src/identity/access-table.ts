import type { ChargeAccount, Role } from '../language/vocabulary.ts';

export type Fact =
  /** Debts, bills and payments, of the accounts the second table opens. */
  | 'debts'
  /** Stage and missing papers of every request on the property. */
  | 'requests'
  /** The same, of the requests the citizen applied for. */
  | 'own-requests'
  /** Certificates, land use, clearance, what blocks a transfer. */
  | 'certificates'
  /** That an open matter blocks this, without saying which. */
  | 'blocked'
  /** The open matter's kind, violations and decisions. */
  | 'violations'
  /** Amounts of the `commission` account. */
  | 'commission'
  /** The other owners, masked. */
  | 'co-owners';

/** A representative stands in through a link the owner gave. */
export type AccessRole = Role | 'applicant' | 'representative';

/** The level of proof from which a role sees it; null: never. */
export type From = 2 | 3 | null;
type Row = Readonly<Record<AccessRole, From>>;

const L2 = 2;
const L3 = 3;
const no = null;

/** Who may see what: every cell of it. What stands in no cell is not shown. */
// biome-ignore format: a table is read by its columns
export const FACTS_SEEN_FROM: Readonly<Record<Fact, Row>> = {
  debts:          { owner: L2, heir: L2, attorney: L2, tenant: L2, 'guild-holder': L2, applicant: no, representative: L2 },
  requests:       { owner: L2, heir: L2, attorney: L2, tenant: no, 'guild-holder': no, applicant: no, representative: L2 },
  'own-requests': { owner: no, heir: no, attorney: no, tenant: no, 'guild-holder': no, applicant: L2, representative: no },
  certificates:   { owner: L2, heir: L2, attorney: L2, tenant: no, 'guild-holder': no, applicant: no, representative: L2 },
  blocked:        { owner: L2, heir: L2, attorney: L2, tenant: no, 'guild-holder': no, applicant: L2, representative: L2 },
  violations:     { owner: L3, heir: L3, attorney: L3, tenant: no, 'guild-holder': no, applicant: no, representative: no },
  commission:     { owner: L3, heir: L3, attorney: L3, tenant: no, 'guild-holder': no, applicant: no, representative: no },
  'co-owners':    { owner: L3, heir: L3, attorney: L3, tenant: no, 'guild-holder': no, applicant: no, representative: no },
};

// biome-ignore format: a table is read by its columns
export const ACCOUNTS_SEEN_FROM: Readonly<Record<ChargeAccount, Row>> = {
  renovation: { owner: L2, heir: L2, attorney: L2, tenant: no, 'guild-holder': no, applicant: no, representative: L2 },
  waste:      { owner: L2, heir: L2, attorney: L2, tenant: L2, 'guild-holder': no, applicant: no, representative: L2 },
  guild:      { owner: L2, heir: L2, attorney: L2, tenant: no, 'guild-holder': L2, applicant: no, representative: L2 },
  income:     { owner: L2, heir: L2, attorney: L2, tenant: no, 'guild-holder': no, applicant: no, representative: L2 },
  excavation: { owner: L2, heir: L2, attorney: L2, tenant: no, 'guild-holder': no, applicant: no, representative: L2 },
  commission: { owner: L3, heir: L3, attorney: L3, tenant: no, 'guild-holder': no, applicant: no, representative: no },
};
