/** Pieces of which most guessed passwords are made. Our own list, compact: endings, dates and runs are found by rule. */
const words = `
password passwd passw0rd pass pwd secret letmein welcome login logon signin access admin administrator adm root
super superuser superman supervisor sysadmin system sys user users username guest test tester testing temp demo
default changeme change master manager server service support office official operator oracle mysql postgres
database linux windows microsoft apple google android iphone huawei xiaomi lenovo tencent alibaba taobao wechat
weixin weibo baidu alipay aliyun jingdong china chinese beijing shanghai shenzhen guangzhou tianjin chongqing
nanjing hangzhou suzhou wuhan chengdu xian zhejiang jiangsu guangdong shandong henan hebei hunan hubei sichuan
fujian anhui liaoning jilin heilongjiang guangxi yunnan guizhou gansu qinghai hainan xinjiang xizang ningxia
zhongguo zhonghua renmin gongan zhengfu zhengwu shizheng shiwei quwei bangong bangongshi keji xinxi wangluo
dianzi caiwu renshi dangwei renda zhengxie ducha dangban zuzhi xuanchuan
mima wodemima denglu yonghu guanliyuan guanli xitong ceshi morenmima
woaini woaiwo aini iloveyou ilove loveyou love lover lovely forever always baby honey sweet darling kiss
woaijia woaizuguo zuguo wobuzhidao nihao ninhao nihaoma haha hahaha hehe heihei xixi laopo laogong baobao baobei
qinaide xingfu kuaile jiankang pingan jixiang facai gongxi fuqi hongfu jiayou nuli chenggong shengli meili
mama baba muqin fuqin erzi nver tongxue laoshi xiaoxue zhongxue daxue gaozhong banji
tianshi tiankong dahai yangguang chuntian xiatian qiutian dongtian meihua mudan lanhua juhua taohua
dragon tiger monkey rabbit horse snake sheep rooster chicken panda lion eagle wolf bear cat dog kitty puppy
football basketball baseball soccer hockey tennis golf ninja hunter ranger killer shadow phoenix matrix
batman spiderman pokemon starwars naruto doraemon
sunshine princess flower summer winter spring autumn monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december
michael jennifer jessica jordan michelle daniel thomas charlie andrew ashley joshua robert george hannah
freedom trustno trustnoone whatever nothing something hello helloworld world money lucky happy smile peace
computer internet network samsung qwerty qwert qwer asdf asdfgh zxcv zxcvbn poiu mnbv azerty dvorak
qazwsx wsxedc edcrfv rfvtgb qweasd qweasdzxc asdzxc zaqwsx zaqxsw xswzaq qaz wsx edc qwe asd zxc
abc abcd abcde aaa bbb zzz xyz asdqwe iop jkl bnm
woaini1314 a123456 aa123456 q123456 qq123456 w123456 z123456 abc123 abc123456 asd123 qwe123 zxc123 aini1314
520 521 1314 5201314 1314520 5211314 7758258 7758521 147852 147852369 159357 789456 789456123 456789 963852
741852 741852963 852456 258258 369369 168168 518518 888888 666666 6688 1688 5188 9988 123 1234 321 111 222 333
444 555 666 777 888 999 000 007 100 101 110 119 120 211 369 147 258 123123 456 789 001 002
2000 2008 2010 2012 2015 2018 2019 2020 2021 2022 2023 2024 2025 2026 2027 2028 2029 2030
li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang
feng yu dong xiao cheng cao yuan deng fu shen zeng peng lv su lu jiang cai jia ding wei xue ye yan pan du dai xia
zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan
duan lei qian yin yi chang qiao lai gong wen
xiaoming xiaohong xiaoli xiaowang xiaozhang laowang laoli laozhang zhangsan lisi wangwu zhaoliu zhangwei wangwei
wangfang liwei lina zhangmin lijing wangjing liuwei wangxiuying zhangli lixiuying wangli zhangjing
密码 我的密码 管理员 系统 测试 用户 登录 中国 北京 上海 深圳 广州 我爱你 祖国 你好 人民 政府 人大 政协 代表 委员 建议 提案
督查 督查室 办公室 办公厅 市委 市政府 区政府 为人民服务 不忘初心 牢记使命 平安 幸福 快乐 发财 恭喜 新年 春节 国庆
`;

export const commonWords: readonly string[] = words.split(/\s+/).filter((word) => word !== '');
