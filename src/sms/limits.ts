/** How long a code counts and how many are given out. None of it depends on whether the mobile is on record. */
export const SMS_LIMITS = {
  minutes: 2,
  /** Wrong codes until it counts no more. */
  tries: 5,
  perAccountAnHour: 3,
  perMobileAnHour: 3,
  /** Over all citizens: what a gateway's bill can bear. */
  perMinute: 60,
} as const;
