import type { Reply, ReplyEvent } from './reply.ts';

/** The reply after one event. */
export const evolveReply = (reply: Reply, event: ReplyEvent): Reply => {
  switch (event.type) {
    case 'replyStarted':
      return { ...reply, state: 'draft', level: 0, round: event.round, content: event.content, authors: [] };
    case 'replySaved':
      return {
        ...reply,
        content: event.content,
        authors: reply.state === 'inReview' ? reply.authors : [...new Set([...reply.authors, event.by])],
      };
    case 'replySubmitted':
      return { ...reply, state: 'inReview', level: 0, submittedBy: event.by };
    case 'replyApproved':
      return event.clears
        ? { ...reply, state: 'cleared', level: event.level + 1 }
        : { ...reply, state: 'inReview', level: event.level + 1 };
    case 'replySentBack':
      return event.to < 0
        ? { ...reply, state: 'sentBack', level: 0 }
        : { ...reply, state: 'inReview', level: event.to };
    case 'replyRecalled':
      return { ...reply, state: 'draft', level: 0 };
    case 'replyIssued':
      return { ...reply, state: 'issued', documentNo: event.documentNo, issuedOn: event.on };
    default: {
      const forgotten: never = event;
      return forgotten;
    }
  }
};
