import { type Actor, isHimself, standingsOnMatter } from '../access.ts';
import { type CaseFile, ownProposers, partiesOf } from './case-file.ts';

/**
 * Whether somebody opens the files with which a matter was filed, as he meets it in `file`: that of the matter itself,
 * or of the main one with which it is handled 并案. Units and offices see all that they work on; a proposer sees the
 * files of what he proposed himself, not those of others whose matters were put together with his.
 */
export const readsFiledFiles = (file: CaseFile, actor: Actor, filedId: number): boolean => {
  const standings = standingsOnMatter(actor, partiesOf(file));
  if ([...standings].some((standing) => standing !== 'lead-proposer' && standing !== 'co-proposer'))
    return true;
  const proposers =
    filedId === file.matter.id
      ? ownProposers(file)
      : (file.merging?.taken.find(({ id }) => id === filedId)?.proposerIds ?? []);
  return proposers.some((personId) => isHimself(actor, personId));
};
