/** An invented list of two earlier years: one matter of a sole unit, one of two separate ones, one of two rounds, one promised. */
import { proposerName, unitName } from './import-city.ts';

export const header = [
  '案号',
  '标题',
  '领衔代表',
  '届次',
  '主办单位',
  '分办单位',
  '会办单位',
  '交办日期',
  '签收日期',
  '沟通日期',
  '沟通方式',
  '答复日期',
  '答复文号',
  '办理结果',
  '答复公开属性',
  '采纳情况',
  '满意度',
  '评价日期',
  '第二次办理',
  '办结日期',
  '跟踪',
];
const first = '云川市九届人大一次会议';
export const second = '云川市九届人大二次会议';
export type Line = readonly (string | null)[];

/** One line; what it does not name is an empty cell. */
export const line = (cells: Readonly<Record<string, string>>): Line =>
  header.map((name) => cells[name] ?? null);

export const lit = {
  案号: '20250001',
  标题: '关于增设公园夜间照明的建议',
  领衔代表: proposerName(0),
  届次: first,
  主办单位: unitName(0),
  会办单位: unitName(1),
  交办日期: '2025-02-20',
  签收日期: '2025-02-21',
  沟通日期: '2025-03-10',
  沟通方式: '面商、电话',
  答复日期: '2025-05-12',
  答复文号: '云一函〔2025〕3号',
  办理结果: 'A',
  答复公开属性: '主动公开',
  采纳情况: '采纳',
  满意度: '满意',
  评价日期: '2025-06-01',
  办结日期: '2025-06-10',
};
const bus = {
  案号: '20250002',
  标题: '关于优化公交线路的建议',
  领衔代表: proposerName(1),
  届次: first,
  交办日期: '2025-02-20',
  办结日期: '2025-10-31',
};
/** The first verdict was bad; the second handling turned it, and something is still to come. */
const bridge = {
  案号: '20250003',
  标题: '关于修缮老桥的建议',
  领衔代表: proposerName(2),
  届次: first,
  主办单位: unitName(3),
  交办日期: '2025-02-20',
};
const park = {
  案号: '20260001',
  标题: '关于口袋公园的建议',
  领衔代表: proposerName(0),
  届次: second,
  主办单位: unitName(0),
  交办日期: '2026-01-20',
  答复日期: '2026-02-16',
  办理结果: '列入计划',
  跟踪: '跟踪中',
};

export const list = (): readonly Line[] => [
  line(lit),
  line({ ...bus, 分办单位: unitName(1), 答复日期: '2025-05-20', 办理结果: '正在解决', 满意度: '基本满意' }),
  line({ ...bus, 分办单位: unitName(2), 答复日期: '2025-06-20', 办理结果: 'C类' }),
  line({
    ...bridge,
    答复日期: '2025-05-05',
    办理结果: 'B',
    满意度: '不满意',
    评价日期: '2025-05-20',
    第二次办理: '首次',
  }),
  line({
    ...bridge,
    答复日期: '2025-07-01',
    办理结果: 'A',
    满意度: '满意',
    评价日期: '2025-07-20',
    第二次办理: '第二次',
    办结日期: '2025-07-25',
  }),
  line(park),
];
