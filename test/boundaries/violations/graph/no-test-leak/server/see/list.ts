import { builder } from '../../test/builder.ts';

export const list = builder;
