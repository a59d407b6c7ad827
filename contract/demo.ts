import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { text } from './schemas.ts';

/** Sign-ins of the demo city, for the sign-in page; empty anywhere else. */
export const demoPersonas = endpoint({
  id: 'demoPersonas',
  method: 'GET',
  path: '/api/demo-personas',
  tag: 'demo',
  summary: { zh: '演示城市的登录名', en: 'Sign-ins of the demo city' },
  access: { kind: 'public' },
  scope: 'none',
  response: z.object({
    password: z.string(),
    items: z.array(z.object({ username: z.string(), name: z.string(), role: z.string(), note: text })),
  }),
});
