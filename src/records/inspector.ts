/** Visits a day of an inspector for whom no number is on record. */
export const USUAL_DAILY_MAX = 6;
/** Enough of the mobile's hash to tell inspectors apart, too little to match it with anything else. */
export const INSPECTOR_ID_DIGITS = 12;
