import type { DemoCategory } from './demo.ts';

export const categories: readonly DemoCategory[] = [
  { key: 'education', name: { zh: '教育', en: 'Education' } },
  { key: 'health', name: { zh: '医疗卫生', en: 'Health' } },
  { key: 'elderly', name: { zh: '养老服务', en: 'Elderly care' } },
  { key: 'transport', name: { zh: '交通出行', en: 'Transport' } },
  { key: 'housing', name: { zh: '住房和城建', en: 'Housing and construction' } },
  { key: 'environment', name: { zh: '生态环境', en: 'Environment' } },
  { key: 'economy', name: { zh: '经济发展', en: 'Economy' } },
  { key: 'culture', name: { zh: '文化体育旅游', en: 'Culture, sport and tourism' } },
  { key: 'agriculture', name: { zh: '农业农村', en: 'Agriculture and villages' } },
  { key: 'digital', name: { zh: '数字政务', en: 'Digital government' } },
  { key: 'safety', name: { zh: '公共安全', en: 'Public safety' } },
  { key: 'community', name: { zh: '基层治理', en: 'Community' } },
  { key: 'justice', name: { zh: '法治建设', en: 'Justice' } },
];
