import type { Text } from '#core/words.ts';
import type { DemoCategory } from './demo.ts';

/** The first level of the tree that both organs file by. */
export const branches: readonly { readonly key: string; readonly name: Text }[] = [
  { key: 'people', name: { zh: '民生保障', en: 'Welfare' } },
  { key: 'city', name: { zh: '城乡建设', en: 'Town and country' } },
  { key: 'growth', name: { zh: '经济发展类', en: 'Growth' } },
  { key: 'order', name: { zh: '社会治理', en: 'Public order' } },
];

export const categories: readonly DemoCategory[] = [
  { key: 'education', name: { zh: '教育', en: 'Education' }, branch: 'people' },
  { key: 'health', name: { zh: '医疗卫生', en: 'Health' }, branch: 'people' },
  { key: 'elderly', name: { zh: '养老服务', en: 'Elderly care' }, branch: 'people' },
  { key: 'transport', name: { zh: '交通出行', en: 'Transport' }, branch: 'city' },
  { key: 'housing', name: { zh: '住房和城建', en: 'Housing and construction' }, branch: 'city' },
  { key: 'environment', name: { zh: '生态环境', en: 'Environment' }, branch: 'city' },
  { key: 'economy', name: { zh: '经济发展', en: 'Economy' }, branch: 'growth' },
  { key: 'culture', name: { zh: '文化体育旅游', en: 'Culture, sport and tourism' }, branch: 'people' },
  { key: 'agriculture', name: { zh: '农业农村', en: 'Agriculture and villages' }, branch: 'growth' },
  { key: 'digital', name: { zh: '数字政务', en: 'Digital government' }, branch: 'growth' },
  { key: 'safety', name: { zh: '公共安全', en: 'Public safety' }, branch: 'order' },
  { key: 'community', name: { zh: '基层治理', en: 'Community' }, branch: 'order' },
  { key: 'justice', name: { zh: '法治建设', en: 'Justice' }, branch: 'order' },
];
