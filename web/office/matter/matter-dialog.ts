/** Which dialog of the matter page is open, and on what: the id of the duty, contact, reply or rating. */
export type MatterDialog =
  | { readonly kind: 'amend' | 'splitPoints' | 'assign' | 'close' | 'reopen' | 'withdraw' }
  | {
      readonly kind: 'requestHandBack' | 'decideHandBack' | 'revoke' | 'subAssign' | 'handOver' | 'contact' | 'opinion';
      readonly assignmentId: number;
    }
  | { readonly kind: 'strikeContact'; readonly contactId: number }
  | { readonly kind: 'approve' | 'sendBack' | 'issue' | 'preview' | 'versions'; readonly replyId: number }
  | { readonly kind: 'enterRating'; readonly ratingId: number };
