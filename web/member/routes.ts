/** The proposers' pages by address: built and read in one place. */

export const writeSteps = ['title', 'facts', 'analysis', 'asks', 'form', 'files', 'check'] as const;
export type WriteStep = (typeof writeSteps)[number];

export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'notices' }
  | { readonly page: 'settings' }
  | { readonly page: 'session-opinions' }
  | { readonly page: 'matter'; readonly matterId: number }
  /** Leads on to the one reply that waits for a rating, or lets choose among several. */
  | { readonly page: 'choose'; readonly matterId: number }
  /** Step 0 is what comes before the first question. */
  | { readonly page: 'rate'; readonly matterId: number; readonly ratingId: number; readonly step: number }
  | { readonly page: 'rated'; readonly matterId: number; readonly ratingId: number }
  | { readonly page: 'submissions' }
  | { readonly page: 'begin' }
  /** `draft`: `s12`, or `d-…` for one that this device alone knows. */
  | { readonly page: 'write'; readonly draft: string; readonly step: WriteStep }
  | { readonly page: 'submission' | 'signers' | 'sign'; readonly submissionId: number }
  | { readonly page: 'absent' };

export const paths = {
  home: '/m',
  notices: '/m/notices',
  settings: '/m/settings',
  sessionOpinions: '/m/session-opinions',
  /** Records that one keeps for a group stand among the staff's pages. */
  records: '/session-opinions',
  matter: (matterId: number): string => `/m/matters/${matterId}`,
  choose: (matterId: number): string => `/m/matters/${matterId}/rate`,
  rate: (matterId: number, ratingId: number, step = 0): string =>
    `/m/matters/${matterId}/rate/${ratingId}${step === 0 ? '' : `/${step}`}`,
  rated: (matterId: number, ratingId: number): string => `/m/matters/${matterId}/rated/${ratingId}`,
  submissions: '/m/submissions',
  begin: '/m/submissions/new',
  submission: (submissionId: number): string => `/m/submissions/${submissionId}`,
  signers: (submissionId: number): string => `/m/submissions/${submissionId}/signers`,
  sign: (submissionId: number): string => `/m/submissions/${submissionId}/sign`,
  write: (draft: string, step: WriteStep = 'title'): string => `/m/write/${draft}/${step}`,
  /** The staff's pages are another bundle: a full page load. Who sits on a panel, or looks for a group, reviews there. */
  review: (submissionId?: number): string =>
    submissionId === undefined ? '/review' : `/review/${submissionId}`,
  office: '/',
} as const;

const absent: Route = { page: 'absent' };

/** Ids are positive whole numbers without leading zeros; anything else is an address that does not exist. */
const idOf = (text: string | undefined): number | null =>
  text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;

const ofMatter = (matterId: number, rest: readonly string[]): Route => {
  const [verb, second, third, ...more] = rest;
  if (more.length > 0) return absent;
  if (verb === undefined) return { page: 'matter', matterId };
  const ratingId = idOf(second);
  if (verb === 'rate' && second === undefined) return { page: 'choose', matterId };
  if (ratingId === null) return absent;
  if (verb === 'rated' && third === undefined) return { page: 'rated', matterId, ratingId };
  const step = third === undefined ? 0 : idOf(third);
  return verb === 'rate' && step !== null ? { page: 'rate', matterId, ratingId, step } : absent;
};

const ofSubmission = (first: string | undefined, [verb, ...more]: readonly string[]): Route => {
  if (more.length > 0) return absent;
  if (first === undefined) return { page: 'submissions' };
  if (first === 'new' && verb === undefined) return { page: 'begin' };
  const submissionId = idOf(first);
  if (submissionId === null) return absent;
  if (verb === undefined) return { page: 'submission', submissionId };
  return verb === 'sign' || verb === 'signers' ? { page: verb, submissionId } : absent;
};

const ofWriting = (draft: string | undefined, [verb, ...more]: readonly string[]): Route => {
  const step = writeSteps.find((one) => one === verb);
  if (draft === undefined || step === undefined || more.length > 0) return absent;
  return /^(s[1-9]\d{0,14}|d-[0-9a-f-]{36})$/.test(draft) ? { page: 'write', draft, step } : absent;
};

export const routeOf = (pathname: string): Route => {
  const [root, first, second, ...rest] = pathname.split('/').filter((part) => part !== '');
  if (root !== 'm') return absent;
  if (first === undefined) return { page: 'home' };
  if (first === 'submissions') return ofSubmission(second, rest);
  if (first === 'write') return ofWriting(second, rest);
  if (second === undefined && (first === 'notices' || first === 'settings' || first === 'session-opinions'))
    return { page: first };
  const matterId = idOf(second);
  return first === 'matters' && matterId !== null ? ofMatter(matterId, rest) : absent;
};
