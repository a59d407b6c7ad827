/**
 * Where to go after signing in, from the address: only a path of this very site, or a crafted link could send
 * someone with a fresh session elsewhere.
 */
export const safeNext = (next: string | null): string => {
  if (next === null || !next.startsWith('/') || next.startsWith('//') || next.includes('\\')) return '/';
  const url = new URL(next, 'https://here.invalid');
  return url.origin === 'https://here.invalid' && !url.pathname.startsWith('/sign-in')
    ? `${url.pathname}${url.search}${url.hash}`
    : '/';
};
