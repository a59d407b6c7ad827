/** What the matter page shows beside the case file: names, phones, reviews, files, the journal. */
export type Surroundings = {
  readonly organ: { readonly id: number; readonly name: string };
  readonly session: {
    readonly id: number;
    readonly kind: 'congress' | 'cppcc';
    readonly term: number;
    readonly number: number;
    readonly year: number;
  };
  readonly responsibleLeader: string;
  readonly units: readonly { readonly id: number; readonly name: string; readonly boundary: boolean }[];
  readonly people: readonly {
    readonly id: number;
    readonly name: string;
    readonly group: string;
    readonly phone: string | null;
  }[];
  readonly files: readonly { readonly id: number; readonly name: string; readonly size: number }[];
  /** The submissions of this matter and of those merged into it, with their files as they were filed. */
  readonly filed: readonly {
    readonly matterId: number;
    readonly caseNo: string;
    readonly submissionId: number;
    readonly flowNo: string;
    readonly bodyName: string;
    readonly files: readonly {
      readonly id: number;
      readonly name: string;
      readonly size: number;
      readonly mediaType: string;
      readonly use: 'attachment' | 'picture' | 'seal';
      readonly caption: string;
    }[];
  }[];
  /** The title of the matter with which this one is handled; null: with none. */
  readonly mainTitle: string | null;
  readonly reviews: readonly {
    readonly replyId: number;
    readonly level: number;
    readonly outcome: 'submitted' | 'approved' | 'sentBack' | 'recalled' | 'issued';
    readonly toLevel: number | null;
    readonly note: string;
    readonly by: string;
    readonly at: string;
  }[];
  readonly opinionTimes: readonly { readonly id: number; readonly at: string }[];
  readonly handBackNotes: readonly { readonly id: number; readonly note: string }[];
  readonly contactMarks: readonly {
    readonly id: number;
    readonly enteredBy: string;
    readonly struckReason: string | null;
    readonly struckBy: string | null;
    readonly struckAt: string | null;
  }[];
  readonly drafts: readonly { readonly ratingId: number; readonly draft: Record<string, unknown> }[];
  /** Notices and acts of supervision about matters of several organs, this one among them. */
  readonly joint: { readonly notices: readonly number[]; readonly acts: readonly number[] };
  readonly journal: readonly {
    readonly at: string;
    readonly actor: string;
    /** In whose name a stand-in acted. */
    readonly for: string | null;
    readonly n: number;
    readonly command: string;
    readonly data: unknown;
  }[];
};
