import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { standings } from '#core/access.ts';
import { assignmentStates } from '#core/assignment/assignment.ts';
import { assignmentLifecycle } from '#core/assignment/lifecycle.ts';
import { dutyKinds } from '#core/ruleset.ts';
import { contactChannels, contactStages } from '#core/contact/contact.ts';
import { matterLifecycle } from '#core/matter/lifecycle.ts';
import { matterStages } from '#core/matter/matter.ts';
import { ratingLifecycle } from '#core/rating/lifecycle.ts';
import { pointVerdicts, ratingStates } from '#core/rating/rating.ts';
import { replyLifecycle } from '#core/reply/lifecycle.ts';
import { adoptions, disclosures, replyStates } from '#core/reply/reply.ts';
import {
  referralLifecycle,
  sessionOpinionLifecycle,
  sessionRecordLifecycle,
} from '#core/session-opinion/lifecycle.ts';
import {
  answerChannels,
  referralStates,
  sessionOpinionStates,
  sessionRecordStates,
} from '#core/session-opinion/session-opinion.ts';
import { reportLifecycle } from '#core/report/lifecycle.ts';
import { reportStates } from '#core/report/report.ts';
import { noticeLifecycle, urgeLifecycle } from '#core/supervision/lifecycle.ts';
import { submissionLifecycle } from '#core/submission/lifecycle.ts';
import { origins, submissionStates } from '#core/submission/submission.ts';
import { supervisionNoticeStates } from '#core/supervision/notice.ts';
import { supervisionActKinds } from '#core/supervision/supervision-act.ts';
import { urgeLevels, urgeStates } from '#core/supervision/urge.ts';

const root = new URL('../', import.meta.url);
const text = await readFile(new URL('docs/glossary.md', root), 'utf8');

/** The rows of all tables: the term, its identifiers, the files where they stand. */
const rows = text.split('\n').flatMap((line) => {
  const [, term, names, files] = line.split('|').map((cell) => cell.trim());
  if (term === undefined || names === undefined || files === undefined || !names.includes('`')) return [];
  const named = [...names.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
  return [{ term, names: named, files: files.split(', ') }];
});

describe('the glossary', () => {
  test('has its rows', () => {
    expect(rows.length).toBeGreaterThan(70);
  });

  test.each(rows)('$term: its names stand in $files', async ({ names, files }) => {
    const code = await Promise.all(files.map((file) => readFile(new URL(file, root), 'utf8')));
    expect(names.filter((name) => !code.join('\n').includes(name))).toEqual([]);
  });

  test('names every state, action, standing and duty of the core', () => {
    const named = new Set(rows.flatMap((row) => row.names));
    const tables = [
      matterLifecycle,
      assignmentLifecycle,
      replyLifecycle,
      ratingLifecycle,
      urgeLifecycle,
      noticeLifecycle,
      submissionLifecycle,
      sessionRecordLifecycle,
      sessionOpinionLifecycle,
      referralLifecycle,
      reportLifecycle,
    ];
    const states = [
      matterStages,
      assignmentStates,
      replyStates,
      ratingStates,
      urgeStates,
      supervisionNoticeStates,
      submissionStates,
      sessionRecordStates,
      sessionOpinionStates,
      referralStates,
      reportStates,
    ];
    const lists = [
      standings,
      dutyKinds,
      contactStages,
      contactChannels,
      adoptions,
      disclosures,
      pointVerdicts,
      urgeLevels,
      supervisionActKinds,
      origins,
      answerChannels,
    ];
    const words: readonly string[] = [
      ...tables.flatMap((table) => Object.keys(table)),
      ...states.flat(),
      ...lists.flat(),
    ];
    expect([...new Set(words)].filter((word) => !named.has(word))).toEqual([]);
  });
});
