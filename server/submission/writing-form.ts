import { proposerTypesOf } from '#core/ruleset.ts';
import { sessionOn } from '#core/submission/session.ts';
import type { HouseOf } from '../case/house.ts';
import { categoriesOf, type OrganRow, sessionsOf } from './directory.views.ts';
import type { SubmissionScene } from './open-submission.ts';
import { kindOf } from './start-submission.ts';
import { nameOfSession } from './submission.views.ts';

/** How one writes to an organ: its kind of submission, the lengths, the grounds on which nothing is filed. */
export const writingForm = async (houseOf: HouseOf, { tx, actor, at }: SubmissionScene, organ: OrganRow) => {
  const j = actor.jurisdictionId;
  const { ruleset } = await houseOf(tx, j);
  const kind = kindOf[organ.kind];
  const intake = ruleset.intake[kind];
  const sessions = await sessionsOf(tx, j, organ.id);
  const today = sessionOn(intake.collected.daysBefore, sessions, at.date);
  const session = sessions.find(({ id }) => id === today?.sessionId);
  return {
    organ: { id: organ.id, name: organ.name },
    kind,
    session: session === undefined ? null : nameOfSession(organ.kind, session),
    inSession: today?.inSession ?? false,
    limits: intake.text,
    declineGrounds: intake.declineGrounds.map(({ code, name }) => ({ code, name })),
    comment: intake.coSigning.comment,
    openDays: intake.coSigning.openDays,
    proposerTypes: [...proposerTypesOf[kind]],
    collectiveConfirmedBy: intake.collective.confirmedBy,
    vetting: intake.vetting.map(({ code, name }) => ({ code, name })),
    categories: [...(await categoriesOf(tx, j, organ.id))],
  };
};
