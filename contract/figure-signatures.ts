/** Frozen figures that leave the product: as a signed file, with the public keys by which it is checked. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { signingKey } from './figure-shapes.ts';
import { figureSnapshot } from './figures.ts';
import { idParam } from './schemas.ts';

export const figureSnapshotFile = endpoint({
  id: 'figureSnapshotFile',
  method: 'GET',
  path: '/api/figures/snapshots/:snapshotId/file',
  tag: 'figures',
  summary: { zh: '已签名的封存统计文件', en: 'Frozen figures as a signed file' },
  access: figureSnapshot.access,
  scope: 'matters:read',
  params: z.object({ snapshotId: idParam }),
  response: 'file',
});

export const figureKeys = endpoint({
  id: 'figureKeys',
  method: 'GET',
  path: '/api/figures/keys',
  tag: 'figures',
  summary: { zh: '封存统计的签名公钥', en: 'The public keys of frozen figures' },
  access: figureSnapshot.access,
  scope: 'matters:read',
  /** The newest first. */
  response: z.object({ items: z.array(signingKey) }),
});
