import * as endpoints from '#contract/see.ts';
import { type CaseFile, partiesOf } from '#core/case/case-file.ts';
import {
  type Actor,
  doerOf,
  isHimself,
  mayReadExtension,
  standingsOnDuty,
  standingsOnMatter,
} from '#core/access.ts';
import { assignmentLifecycle } from '#core/assignment/lifecycle.ts';
import { mayImport } from '#core/catalogue/may-import.ts';
import type { CaseDoor } from '../case/door.ts';
import { answer, no } from '../platform/answer.ts';
import { record } from '../platform/commit.ts';
import type { Tx } from '../platform/db/database.ts';
import { type Route, route } from '../platform/route.ts';
import { findFile, insertFile, sha256, type StoredFile } from './file.store.ts';
import { cleanName, type Purpose, sniff } from './file-type.ts';

const organOffices: readonly string[] = ['congress-office', 'cppcc-office'];
const recorders: readonly string[] = assignmentLifecycle.recordContact.by;

/** Who has a command that takes such a file up; nobody else fills the database with them. */
const mayUpload = (actor: Actor, purpose: Purpose): boolean => {
  switch (purpose) {
    case 'contact':
      return actor.grants.some(({ role }) => recorders.includes(role));
    case 'scan':
      return actor.grants.some(({ organId }) => organId !== undefined);
    case 'submission':
      return actor.grants.some(({ role }) => role === 'proposer' || organOffices.includes(role));
    case 'supervision':
      return actor.grants.some(({ role, organId }) => role === 'supervisor' || organId !== undefined);
    default:
      return mayImport(actor, purpose);
  }
};

/** The papers of a request for an extension are read by whoever reads its reason. */
const mayOpenPaper = (file: CaseFile, actor: Actor, stored: StoredFile): boolean =>
  file.duties.every(
    ({ id, extensions }) =>
      !extensions.some(({ fileIds }) => fileIds.includes(stored.id)) ||
      mayReadExtension(standingsOnDuty(actor, partiesOf(file), id)),
  );

/** The attachment of a supervision act is for the offices that may see the act. */
const mayOpenOfAct = (actor: Actor, organId: number | null): boolean =>
  actor.grants.some(
    (grant) =>
      grant.role === 'supervisor' ||
      grant.role === 'city-leader' ||
      (grant.organId !== undefined && grant.organId === organId),
  );

/** The scan of a rating shows the rating: it is for the offices and that proposer, not for other proposers. */
const mayOpen = (file: CaseFile, actor: Actor, stored: StoredFile): boolean => {
  const standings = standingsOnMatter(actor, partiesOf(file));
  if (stored.purpose !== 'scan') return standings.size > 0 && mayOpenPaper(file, actor, stored);
  const rating = file.ratings.find((one) => one.scanId === stored.id);
  return (
    (rating !== undefined && isHimself(actor, rating.proposerId)) ||
    [...standings].some((standing) => standing !== 'lead-proposer' && standing !== 'co-proposer')
  );
};

/** Whether somebody may open that file, which a submission took up. */
type OpensSubmissionFile = (tx: Tx, actor: Actor, submissionId: number, fileId: number) => Promise<boolean>;

const mayDownload = async (
  door: CaseDoor,
  opensSubmissionFile: OpensSubmissionFile,
  tx: Tx,
  actor: Actor,
  stored: StoredFile,
): Promise<boolean> => {
  if (stored.actId !== null) return mayOpenOfAct(actor, stored.actOrganId);
  if (stored.submissionId !== null && (await opensSubmissionFile(tx, actor, stored.submissionId, stored.id)))
    return true;
  if (stored.matterId !== null) {
    const file = await door.read(tx, actor, stored.matterId);
    return file !== null && mayOpen(file, actor, stored);
  }
  return stored.submissionId === null && stored.uploadedBy === doerOf(actor).personId;
};

export const fileRoutes = (door: CaseDoor, opensSubmissionFile: OpensSubmissionFile): readonly Route[] => [
  route(endpoints.uploadFile, async ({ tx, actor, at, query, upload }) => {
    if (!mayUpload(actor, query.purpose)) return no('forbidden');
    if (upload === null || upload.bytes.length === 0) return no('field-empty', { field: 'file' }, 'file');
    const sniffed = await sniff(upload.bytes, query.purpose);
    if (!sniffed.ok) return no(sniffed.code, sniffed.params, 'file');
    const name = cleanName(upload.name);
    const { mediaType } = sniffed;
    const id = await insertFile(tx, actor, at, {
      name,
      mediaType,
      bytes: upload.bytes,
      purpose: query.purpose,
    });
    await record(tx, actor, at, {
      stream: `person:${doerOf(actor).personId}`,
      command: 'file.upload',
      matterId: null,
      data: {
        id,
        name,
        mediaType,
        size: upload.bytes.length,
        sha256: sha256(upload.bytes),
        purpose: query.purpose,
      },
    });
    return answer({ id, name, size: upload.bytes.length, mediaType });
  }),
  route(endpoints.downloadFile, async ({ tx, actor, params }) => {
    const stored = await findFile(tx, actor.jurisdictionId, params.fileId);
    if (stored === null) return no('not-found');
    if (!(await mayDownload(door, opensSubmissionFile, tx, actor, stored))) return no('not-found');
    if (sha256(stored.bytes) !== stored.sha256) throw new Error(`File ${stored.id} differs from its hash`);
    return answer({ name: stored.name, mediaType: stored.mediaType, bytes: stored.bytes });
  }),
];
