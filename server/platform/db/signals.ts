/** Names under which transactions tell of themselves (NOTIFY), for whoever listens in another process. */

/** Who has something new or has read it: `<jurisdiction>:<person>,<person>…`. */
export const noticeSignal = 'luoshi_notice';
/** The outbox has something to send: `<jurisdiction>`. */
export const outboxSignal = 'luoshi_outbox';
