/** What was said in three invented groups: the unit that it goes to, and the words. Nobody in it exists. */
export type Discussion = {
  readonly group: string;
  readonly place: string;
  /** Of the hour at which it was handed in. */
  readonly minute: string;
  readonly checked: boolean;
  readonly said: readonly (readonly [unit: string, text: string])[];
};

export const discussions: readonly Discussion[] = [
  {
    group: '第一小组',
    place: '云川宾馆一号厅',
    minute: '20',
    checked: true,
    said: [
      ['jiaotong', '建议增开夜班公交线路，方便夜间下班的群众出行。'],
      ['jiaotong', '建议把城东两条公交线路接入地铁站，减少步行换乘。'],
      ['jiaotong', '报告中关于交通的表述建议增加“农村客运班线公交化”。'],
      ['', '建议加快老旧小区加装电梯，明确分摊办法。'],
      ['jiaotong', '希望规范共享单车停放，主干道路口划出停车区。'],
      ['gongjiao', '建议公交车站增设座椅和遮阳棚，方便老年人候车。'],
      ['jiaotong', '建议完善学校周边道路标线，上下学时段设置临时停靠点。'],
      ['lugang', '希望陆港货车绕城通行，减轻北环路拥堵。'],
      ['jiaotong', '建议尽快修复滨河路路面，汛前完工。'],
      ['', '去年的工作成绩来之不易，令人振奋。'],
    ],
  },
  {
    group: '第二小组',
    place: '云川宾馆二号厅',
    minute: '35',
    checked: true,
    said: [
      ['jiaotong', '希望增开夜班公交，方便夜间下班群众出行。'],
      ['gongjiao', '建议更新一批老旧公交车，空调和无障碍踏板配齐。'],
      ['jiaotong', '报告第三部分建议改为“基本建成三十分钟通勤圈”。'],
      ['jiaotong', '建议在医院门口设置即停即走区，缓解就医停车难。'],
      ['gongjiao', '希望公交到站信息接入手机，班次变动提前告知。'],
      ['jiaotong', '建议增加乡镇班线周末班次，方便学生往返。'],
      ['lugang', '建议陆港开放日常态化，让企业了解班列政策。'],
      ['jiaotong', '应当加快国道改线前期工作，早日开工。'],
      ['gongjiao', '建议老年卡刷卡提示音改为普通提示，顾及老年人感受。'],
      ['jiaotong', '希望出租车驾驶员休息点增加到每区两处。'],
    ],
  },
  {
    group: '第三小组',
    place: '云川宾馆三号厅',
    minute: '50',
    checked: false,
    said: [
      ['jiaotong', '建议统筹地下管线施工，避免同一道路反复开挖。'],
      ['jiaotong', '希望完善城市慢行系统，连通公园和社区。'],
      ['gongjiao', '建议开通医院与敬老院之间的定制公交。'],
      ['lugang', '建议支持中小企业拼箱出口，降低物流成本。'],
      ['jiaotong', '建议加大货车超限治理力度，保护农村公路。'],
      ['jiaotong', '希望增加新能源汽车充电桩，优先布设在老旧小区周边。'],
      ['', '报告中养老服务的提法建议补充农村互助养老。'],
      ['jiaotong', '建议桥梁定期检测结果向社会公布。'],
      ['gongjiao', '建议校车与公交错峰调度，减少路口拥堵。'],
      ['jiaotong', '希望村道照明纳入民生实事项目。'],
    ],
  },
];
