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
  /** So many wrong codes and national ids over the whole city … */
  siegeMisses: number;
  /** … within so many minutes are no slips any more: somebody guesses from many accounts … */
  siegeMinutes: number;
  /** … and each account may be wrong only so often. */
  triesInSiege: number;
  /** More accounts than this, all wrong about one record within the hour, and it is at rest for strangers. */
  guessersOfRecord: number;
}

export const IDENTITY_LIMITS: IdentityLimits = {
  mobileDays: 30,
  nationalIdHours: 24,
  wrongCodes: 5,
  wrongCodesMinutes: 10,
  coolDownMinutes: 60,
  nationalIdTriesPerDay: 5,
  siegeMisses: 200,
  siegeMinutes: 10,
  triesInSiege: 2,
  guessersOfRecord: 5,
};
