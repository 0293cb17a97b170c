import type { Intent } from '../../language/vocabulary.ts';
import { rescheduleIntent } from '../booking/move.ts';
import { bookInspectionIntent } from '../booking/start.ts';
import { complaintIntent } from '../forms/complaint/start.ts';
import { verifyIntent } from '../forms/verify/verify.ts';
import {
  completionIntent,
  excavationIntent,
  permitIntent,
  subdivisionIntent,
} from './certificate.ts';
import { changeUseIntent } from './change-use.ts';
import { transferIntent } from './checklist.ts';
import { clearanceIntent } from './clearance.ts';
import { debtIntent } from './debt.ts';
import { findCodeIntent } from './find-code.ts';
import type { Handler } from './handler.ts';
import { inquiryIntent } from './inquiry.ts';
import { notOursIntent } from './not-ours.ts';
import { notifyIntent } from './notify.ts';
import { officesIntent } from './offices.ts';
import { operatorIntent } from './operator.ts';
import { paymentIntent } from './payment.ts';
import { privacyIntent } from './privacy.ts';
import { requestStatusIntent } from './request-status.ts';
import { requirementsIntent } from './requirements.ts';
import { greetingIntent, helpIntent, languageIntent, thanksIntent } from './small-talk.ts';
import { violationsIntent } from './violations.ts';
import { cancelInspectionIntent, myInspectionsIntent } from './visits.ts';

/** Who answers which wish. */
export const HANDLERS: Readonly<Record<Intent, Handler>> = {
  'request-status': requestStatusIntent,
  requirements: requirementsIntent,
  permit: permitIntent,
  completion: completionIntent,
  violations: violationsIntent,
  clearance: clearanceIntent,
  debt: debtIntent,
  payment: paymentIntent,
  transfer: transferIntent,
  inquiry: inquiryIntent,
  excavation: excavationIntent,
  subdivision: subdivisionIntent,
  'change-use': changeUseIntent,
  'find-code': findCodeIntent,
  'book-inspection': bookInspectionIntent,
  'reschedule-inspection': rescheduleIntent,
  'cancel-inspection': cancelInspectionIntent,
  'my-inspections': myInspectionsIntent,
  offices: officesIntent,
  'verify-certificate': verifyIntent,
  notify: notifyIntent,
  complaint: complaintIntent,
  operator: operatorIntent,
  privacy: privacyIntent,
  language: languageIntent,
  greeting: greetingIntent,
  thanks: thanksIntent,
  help: helpIntent,
  none: notOursIntent,
};
