import type { Intent } from '../../language/vocabulary.ts';
import { bookInspectionIntent } from '../booking/start.ts';
import { completionIntent, permitIntent } from './certificate.ts';
import { clearanceIntent } from './clearance.ts';
import { debtIntent } from './debt.ts';
import type { Handler } from './handler.ts';
import * as later from './later.ts';
import { notOursIntent } from './not-ours.ts';
import { officesIntent } from './offices.ts';
import { paymentIntent } from './payment.ts';
import { requestStatusIntent } from './request-status.ts';
import { requirementsIntent } from './requirements.ts';
import {
  greetingIntent,
  helpIntent,
  languageIntent,
  privacyIntent,
  thanksIntent,
} from './small-talk.ts';
import { cancelInspectionIntent, myInspectionsIntent } from './visits.ts';

/** Who answers which wish. */
export const HANDLERS: Readonly<Record<Intent, Handler>> = {
  'request-status': requestStatusIntent,
  requirements: requirementsIntent,
  permit: permitIntent,
  completion: completionIntent,
  violations: later.violationsIntent,
  clearance: clearanceIntent,
  debt: debtIntent,
  payment: paymentIntent,
  transfer: later.transferIntent,
  inquiry: later.inquiryIntent,
  excavation: later.excavationIntent,
  subdivision: later.subdivisionIntent,
  'change-use': later.changeUseIntent,
  'find-code': later.findCodeIntent,
  'book-inspection': bookInspectionIntent,
  'reschedule-inspection': later.rescheduleIntent,
  'cancel-inspection': cancelInspectionIntent,
  'my-inspections': myInspectionsIntent,
  offices: officesIntent,
  'verify-certificate': later.verifyIntent,
  notify: later.notifyIntent,
  complaint: later.complaintIntent,
  operator: later.operatorIntent,
  privacy: privacyIntent,
  language: languageIntent,
  greeting: greetingIntent,
  thanks: thanksIntent,
  help: helpIntent,
  none: notOursIntent,
};
