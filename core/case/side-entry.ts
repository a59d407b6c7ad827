/**
 * What happens beside a case file and still belongs to a matter's history: a named unit is heard, a proposer objects
 * to the units, a duty goes over to a successor. Names stand in the entry as they were on that day.
 */
export type SideEntry = {
  readonly on: 'side';
  readonly event: {
    readonly type:
      | 'namedUnitHeard'
      | 'objectionRaised'
      | 'objectionDecided'
      | 'objectionWithdrawn'
      | 'dutyPassed';
  };
  readonly params: Readonly<Record<string, string | number>>;
  /** `house`: not for the proposers. */
  readonly shownTo: 'all' | 'house';
};
