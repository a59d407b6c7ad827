/**
 * Words of the base that many fields use: alone they hint at a field, beside any other word of it they say little.
 * They count half. Written from what such words mean elsewhere (渠道 is a ditch and a way, 年检 is of cars and of clubs).
 */
export const weakWords: ReadonlySet<string> = new Set(
  (
    '狭窄 破烂 整修 翻修 铺设 夜间 高峰 分流 安防 石墩 年检 档案 挂牌 慢行 值守 执勤 安宁 走失 人脸 续建 验收 复工 竣工 家长 作业 ' +
    '假期 周末 高温 考点 社团 学科 渠道 地块 地图 归属 界线 管辖 沿街 街边 街头 门店 店面 广告 招牌 横幅 条幅 楼顶 乱象 乱放 乱堆 ' +
    '侵占 搭建 冲洗 大件 帐篷 门头 岗亭 座椅 休闲 宁静 塑料 关停 蓝天 异地 抢救 传承 弘扬 濒临 失传 故事 名片 理论 展览 游客 户外 ' +
    '山水 推介 客流 音乐 文艺 演出 出口 境外 中原 走廊 高地 县域 立项 资本 兑现 采购 拨付 计量 认证 注销 商家 虚假 算法 无证 无照 ' +
    '案件 参保 窗口 证明 代办 网站 智能 机械 玻璃 招聘 督查 挂职 下派 海外 台账 协会 村级 人口 妈妈 青春 工人 人情 攀比 清明 围栏 ' +
    '捐赠 兜底 睡眠 过敏 病毒 血液 床位 老屋 老宅 征收 收储 租金 融合 线路 站点 电缆 用水 水池 管道 低洼 雨水 救援 犯罪 刀具 特产 ' +
    '一站式 充电宝 看病 信号 上市 大街 街区 旅游线路 车辆 中介 换乘 隔离 消费 平台企业 预警 减负 便民 实习 图书 职称 绩效 过期 警示牌 监控设备 基坑 口岸 标准化 产业园 产业园区 营销 集聚区 亲子'
  ).split(' '),
);
