import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, idParam, instant, localDate, named } from './schemas.ts';

const access = {
  kind: 'roles',
  roles: ['supervisor', 'congress-office', 'cppcc-office', 'city-leader', 'unit-office'],
  rows: 'a unit: hearings of the own unit; offices and leaders: those of matters within their reach',
} as const;

export const handBackHearings = endpoint({
  id: 'handBackHearings',
  method: 'GET',
  path: '/api/hand-back-hearings',
  tag: 'assignments',
  summary: { zh: '退办中被点名单位的意见', en: 'What units say that a hand-back names' },
  access,
  scope: 'matters:read',
  query: z.object({ matterId: idParam.optional() }),
  response: z.object({
    items: z.array(
      z.object({
        id,
        assignmentId: id,
        caseNo: z.string(),
        title: z.string(),
        unit: named,
        from: named,
        reason: z.string(),
        basis: z.string(),
        askedOn: localDate,
        /** Null: the ruleset sets no date. Silence decides nothing. */
        answerBy: localDate.nullable(),
        answer: z.enum(['accepted', 'declined']).nullable(),
        said: z.string().nullable(),
        answeredAt: instant.nullable(),
        mayAnswer: z.boolean(),
      }),
    ),
  }),
});

export const answerHearing = endpoint({
  id: 'answerHearing',
  method: 'POST',
  path: '/api/hand-back-hearings/:hearingId/answer',
  tag: 'assignments',
  summary: { zh: '被点名单位反馈意见', en: 'A named unit says what it thinks' },
  access: {
    kind: 'roles',
    roles: ['unit-office'],
    rows: 'hearings of the own unit, until the hand-back is decided',
  },
  scope: 'matters:write',
  params: z.object({ hearingId: idParam }),
  body: z.object({ answer: z.enum(['accepted', 'declined']), reason: z.string().max(2_000) }),
  response: z.object({ id }),
  command: true,
});
