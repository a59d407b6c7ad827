/** Whether a fault means that the database could not be reached or went away: worth trying again. */
export const isDatabaseGone = (fault: unknown): boolean => {
  if (typeof fault !== 'object' || fault === null) return false;
  const { code, message } = fault as { code?: unknown; message?: unknown };
  if (typeof code === 'string' && /^(ECONN|EPIPE|ENOENT|57P0|08)/.test(code)) return true;
  return (
    typeof message === 'string' &&
    /timeout exceeded when trying to connect|Connection terminated/.test(message)
  );
};
