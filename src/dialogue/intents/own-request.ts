import type { Service } from '../../language/vocabulary.ts';
import type { Reply } from '../turn.ts';
import { roleLimited } from './common.ts';
import type { PropertyView } from './handler.ts';
import { requestStatusIntent } from './request-status.ts';

/** Who holds no title hears no more of a service than where their own request for it has got to. */
export async function ownRequestOnly(service: Service, view: PropertyView): Promise<Reply[]> {
  const { file, access, wish } = view;
  const hasOne = file.requests.some(
    (request) => request.service === service && access.applicantOf.has(request.requestNo),
  );
  if (!hasOne) return roleLimited(view);
  return requestStatusIntent.answer({ ...view, requestNo: null, wish: { ...wish, service } });
}
