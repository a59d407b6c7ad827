export type OwnDialog = {
  readonly kind: 'amend' | 'splitPoints' | 'assign' | 'close' | 'reopen' | 'withdraw' | 'takeIn' | 'unmerge';
};

export type DutyDialog = {
  readonly kind:
    | 'requestHandBack'
    | 'decideHandBack'
    | 'askExtension'
    | 'decideExtension'
    | 'withdrawExtension'
    | 'pauseClock'
    | 'resumeClock'
    | 'recordDisclosure'
    | 'recordFollowUp'
    | 'revoke'
    | 'subAssign'
    | 'handOver'
    | 'contact'
    | 'opinion';
  readonly assignmentId: number;
};

export type ReplyDialog = {
  readonly kind: 'approve' | 'sendBack' | 'issue' | 'preview' | 'versions';
  readonly replyId: number;
};

/** Which dialog of the matter page is open, and on what: the id of the duty, contact, reply or rating. */
export type MatterDialog =
  | OwnDialog
  | DutyDialog
  | ReplyDialog
  | { readonly kind: 'strikeContact'; readonly contactId: number }
  | { readonly kind: 'enterRating'; readonly ratingId: number };
