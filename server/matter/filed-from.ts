/** Where a matter comes from and with what it is handled together, for one reader. */
import { isHimself } from '#core/access.ts';
import { ownProposers } from '#core/case/case-file.ts';
import { readsFiledFiles } from '#core/case/filed-files.ts';
import { type Look, type MatterPage, personName } from './look.ts';

/** With which matters this one is handled 并案, and which of them the reader may open. */
export const mergingOf = (look: Look): MatterPage['merging'] => {
  const { file, around, scene, outside } = look;
  if (file.merging === undefined) return null;
  const { into, taken } = file.merging;
  const among = (people: readonly number[]): boolean => people.some((id) => isHimself(scene.actor, id));
  return {
    // Who proposed a merged matter is answered in the main one, and reads it.
    into:
      into === null
        ? null
        : { ...into, title: around.mainTitle ?? '', opens: !outside || among(ownProposers(file)) },
    taken: taken.map(({ id, caseNo, title, proposerIds }) => ({
      id,
      caseNo,
      title,
      proposers: proposerIds.map((personId) => personName(look, personId)),
      opens: !outside || among(proposerIds),
    })),
  };
};

/** What it was filed from. The submission itself is its proposers' and the office's to read; its files are the units', too. */
export const filedOf = (look: Look): Pick<MatterPage, 'filedFrom' | 'filedFiles'> => {
  const { file, around, scene, onMatter } = look;
  const own = around.filed.find(({ matterId }) => matterId === file.matter.id);
  const reads =
    onMatter.has('organ-office') || ownProposers(file).some((personId) => isHimself(scene.actor, personId));
  return {
    filedFrom:
      own === undefined
        ? null
        : { submissionId: reads ? own.submissionId : null, flowNo: own.flowNo, bodyName: own.bodyName },
    filedFiles: around.filed.flatMap(({ matterId, caseNo, files }) =>
      readsFiledFiles(file, scene.actor, matterId)
        ? files.map((one) => ({ ...one, ofCaseNo: matterId === file.matter.id ? null : caseNo }))
        : [],
    ),
  };
};
