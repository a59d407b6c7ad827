import { useEffect } from 'react';
import type { Route } from '../routes.ts';
import { BeginPage } from './begin-page.tsx';
import { keepForOffline } from './keep-for-offline.ts';
import { SignPage } from './sign-page.tsx';
import { SignersPage } from './signers-page.tsx';
import { SubmissionPage } from './submission-page.tsx';
import { SubmissionsPage } from './submissions-page.tsx';
import { WritePage } from './write-page.tsx';

type WritingRoute = Extract<
  Route,
  { readonly page: 'submissions' | 'begin' | 'write' | 'submission' | 'signers' | 'sign' }
>;

const Page = ({ route }: { readonly route: WritingRoute }) => {
  switch (route.page) {
    case 'submissions':
      return <SubmissionsPage />;
    case 'begin':
      return <BeginPage />;
    case 'write':
      return <WritePage draft={route.draft} step={route.step} />;
    case 'submission':
      return <SubmissionPage submissionId={route.submissionId} />;
    case 'signers':
      return <SignersPage submissionId={route.submissionId} />;
    case 'sign':
      return <SignPage submissionId={route.submissionId} />;
    default: {
      const forgotten: never = route;
      return forgotten;
    }
  }
};

/** 提出: drafts, writing, co-signing, and what became of it. */
export const WritingPages = ({ route }: { readonly route: WritingRoute }) => {
  useEffect(keepForOffline, []);
  return <Page route={route} />;
};
