import { toChineseNumeral } from './numbering.ts';

/** How people call a session in a list: 人大十五届五次会议, 政协十三届五次会议. Terms and sessions count from 1. */
export const sessionName = (kind: 'congress' | 'cppcc', term: number, number: number): string =>
  `${kind === 'congress' ? '人大' : '政协'}${toChineseNumeral(term)}届${toChineseNumeral(number)}次会议`;
