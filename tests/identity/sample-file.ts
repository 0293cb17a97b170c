import type {
  FileParty,
  Party,
  PropertyFile,
  RecordStore,
  Request,
} from '../../src/records/record-store.ts';

/** Files small enough to be read in a test, and a record store over them that counts what it is asked. */

export function file(code: string, given: Partial<PropertyFile> = {}): PropertyFile {
  return {
    code,
    district: 3,
    level: 'parcel',
    address: `Street of ${code}`,
    postalCode: null,
    plate: null,
    plateSection: null,
    landUse: null,
    deedAreaM2: null,
    builtAreaM2: null,
    lat: null,
    lon: null,
    updatedAt: null,
    parties: [],
    charges: [],
    bills: [],
    payments: [],
    requests: [],
    certificates: [],
    violations: [],
    holds: [],
    ...given,
  };
}

export function party(id: string, given: Partial<FileParty> = {}): FileParty {
  return {
    nationalIdHash: `id-${id}`,
    mobileHash: `mobile-${id}`,
    nameMasked: '•••',
    role: 'owner',
    dang: 6,
    validFrom: null,
    validTo: null,
    ...given,
  };
}

export function request(requestNo: string, applicant: string): Request {
  return {
    requestNo,
    service: 'completion',
    fileNo: null,
    applicantNationalIdHash: `id-${applicant}`,
    applicantMobileHash: `mobile-${applicant}`,
    officeCode: null,
    status: 'in-progress',
    stage: null,
    openedAt: '2026-11-01',
    dueOn: null,
    closedAt: null,
    letterNo: null,
    letterFrom: null,
    steps: [],
  };
}

export function recordsOf(...files: PropertyFile[]): { records: RecordStore; asked: string[] } {
  const asked: string[] = [];
  const records: RecordStore = {
    async partiesByMobile(mobileHash) {
      asked.push('partiesByMobile');
      return partiesOf(files, mobileHash);
    },
    async propertyFile(code) {
      asked.push('propertyFile');
      return files.find((candidate) => candidate.code === code) ?? null;
    },
    async codeOfRequest(requestNo) {
      asked.push('codeOfRequest');
      const found = files.find((candidate) =>
        candidate.requests.some((each) => each.requestNo === requestNo),
      );
      return found?.code ?? null;
    },
    bill: async () => null,
    certificate: async () => null,
    offices: async () => [],
    streets: async () => [],
    districts: async () => [],
    inspectors: async () => [],
    recordedAt: async () => null,
  };
  return { records, asked };
}

function partiesOf(files: PropertyFile[], mobileHash: string): Party[] {
  const parties = new Map<string, Party>();
  const partyOf = (nationalIdHash: string) => {
    const known = parties.get(nationalIdHash) ?? { nationalIdHash, holdings: [], applications: [] };
    parties.set(nationalIdHash, known);
    return known;
  };
  for (const { code, address, district, level, parties: holders, requests } of files) {
    for (const { nationalIdHash, role, validFrom, validTo } of holders.filter(
      (holder) => holder.mobileHash === mobileHash,
    )) {
      const holding = { code, address, district, level, role, validFrom, validTo };
      partyOf(nationalIdHash).holdings.push(holding);
    }
    for (const { requestNo, applicantMobileHash, applicantNationalIdHash } of requests) {
      if (applicantMobileHash !== mobileHash || !applicantNationalIdHash) continue;
      partyOf(applicantNationalIdHash).applications.push({ requestNo, code, address });
    }
  }
  return [...parties.values()];
}
