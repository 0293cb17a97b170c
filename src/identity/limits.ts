/** How long proofs last and how often one may guess (the contract's "Proof levels"). */
export interface IdentityLimits {
  /** How long own contact opens files (L2). */
  mobileDays: number;
  /** How long a national id opens what only L3 may see. */
  nationalIdHours: number;
  /** So many wrong codes … */
  wrongCodes: number;
  /** … within so many minutes … */
  wrongCodesMinutes: number;
  /** … and for so long no code is looked up. */
  coolDownMinutes: number;
  nationalIdTriesPerDay: number;
}

export const IDENTITY_LIMITS: IdentityLimits = {
  mobileDays: 30,
  nationalIdHours: 24,
  wrongCodes: 5,
  wrongCodesMinutes: 10,
  coolDownMinutes: 60,
  nationalIdTriesPerDay: 5,
};
