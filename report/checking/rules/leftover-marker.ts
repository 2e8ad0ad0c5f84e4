import { matched, type Pattern } from '../matching.ts';
import type { Rule } from '../rule.ts';

const siteMessage = '下载网站留下的标记或广告，请整段删去';
const patterns: readonly Pattern[] = [
  { pattern: /#{2,}\s?\/?[A-Za-z][A-Za-z_-]{1,30}\s?#{2,}/g, message: siteMessage, suggestion: '' },
  {
    pattern: /(?<=[一-龥，。；：！？”）])#{2,}[^#\n]{1,24}#{2,}/g,
    message: siteMessage,
    suggestion: '',
  },
  {
    pattern: /[[【［(（](?:网址[：:])?(?:https?:\/\/|www\.)[^\s一-龥】］\])）]{3,80}[^】］\])）\n]{0,12}[】］\])）]/g,
    message: '夹在文中的网址，像是网站标记，请删去',
    suggestion: '',
    unless: (match) => /\.gov\.|^[（(]网址/.test(match[0]),
  },
  {
    pattern: /^[ \t　]*[一-龥]{0,8}[ 　]*(?:https?:\/\/)?www\.(?![^\s]*\.gov\.)[A-Za-z\d.-]{3,40}[ \t　]*$/gm,
    message: siteMessage,
    suggestion: '',
  },
  {
    pattern:
      /(?:^[ \t　]*|(?<=[。！”）一-龥]) +)([一-龥]{2,5}[，,]?(?:办公文档|公文|范文|文秘|公文写作)(?:之家|网|大全|素材库|库))[ \t　]*$/gm,
    message: siteMessage,
    suggestion: '',
  },
  {
    pattern:
      /^[ \t　]*(?:上一篇|下一篇|相关(?:推荐|阅读|文章|链接)|延伸阅读|推荐阅读|猜你喜欢|(?:责任)?编辑|责编|文章来源|信息来源)[：:][^\n。]{1,40}$/gm,
    message: '网页上的导航、编辑或来源文字，请删去',
    suggestion: '',
  },
  {
    pattern:
      /[【[［](?:打印(?:本页)?|关闭(?:窗口|本页)?|返回(?:顶部|首页|列表)?|字体[：:][^】\]］\n]{0,10}|收藏|分享)[】\]］]|(?:点击)?(?:展开|阅读|查看)(?:全文|更多|剩余(?:全文|内容)?)(?=[\n<>》]|$|[一-龥]{0,2}[。，]?\n)|点击(?:展开|阅读|查看)全文/gm,
    message: '网页上的按钮文字，请删去',
    suggestion: '',
  },
  {
    pattern:
      /^[ \t　]*(?:篇[一二三四五六七八九十]|第[一二三四五六七八九十]篇|范文[一二三四五六七八九十\d]|模板[一二三四五六七八九十\d])(?:[：:][^\n]{0,30})?$/gm,
    message: '范文合集的篇号，请删去',
    suggestion: '',
  },
  {
    pattern:
      /[（(【[][^（）()【】[\]\n]{0,12}(?:欢迎下载|自由编辑|可编辑修改|付费(?:可见|内容|阅读|后)|精品文档|仅供学习参考|版权所有)[^（）()【】[\]\n]{0,16}[）)】\]]/g,
    message: siteMessage,
    suggestion: '',
  },
  {
    pattern: /[[<{]\/?(?:paid|pay|free|hide|reply|vip|login|more)(?:begin|end|start)?[\]>}]/gi,
    message: siteMessage,
    suggestion: '',
  },
  { pattern: /-{2,}\s?(?:paid|pay|free|hide)(?:begin|end|start)\s?-{2,}/gi, message: siteMessage, suggestion: '' },
  {
    pattern:
      /[【［[〔(（][^【】［］[\]〔〕()（）\n]{0,40}(?:文库|素材|范文|公众号|微信|QQ|扣群|网盘|下载|转载|收藏本站|付费|会员|VIP|笔杆子|公文网|秘书网|文秘|更多精彩|扫码|关注我们)[^【】［］[\]〔〕()（）\n]{0,40}[】］\]〕)）]/g,
    message: siteMessage,
    suggestion: '',
    unless: (match) =>
      /^[(（〔]/.test(match[0]) &&
      !/(?:更多|关注|搜索|扫码|下载|转载|来自|来源|收藏).{0,14}(?:文库|素材|范文|公众号|网|微信|站)/.test(match[0]),
  },
  {
    pattern:
      /(?:更多|海量|精品|全套|完整版|最新)(?:的)?(?:公文|范文|素材|材料|文稿|资料|文档|模板|文章|内容|精彩)?[^，。；\n]{0,8}(?:请?关注|请?搜索|请?访问|尽在|请?加入|请?扫码|请?下载|请?登录)[^，。；\n]{0,30}/g,
    message: siteMessage,
    suggestion: '',
    unless: (match) => !/文库|公众号|微信|网|素材|范文|群|码|小程序|QQ|号/.test(match[0]),
  },
  {
    pattern:
      /(?:关注|搜索|添加|加)(?:微信)?(?:公众号|微信号|客服微信|QQ群|交流群)[：:“”"\s]{0,2}[^，。；\n]{1,24}|(?:微信号|QQ群?|公众号|V信|威信)[：:]\s?[A-Za-z\d_-]{5,20}|(?:长按|扫描|扫码)(?:识别|关注)?[^，。；\n]{0,8}二维码[^，。；\n]{0,12}(?:关注|进群|领取|下载|获取)/g,
    message: '公众号、微信群等推广文字，请删去',
    suggestion: '',
  },
  {
    pattern:
      /(?:本文|文章|资料|素材|范文|文档)(?:来源|来自|转自|选自|出自|转载自|摘自)(?:于)?[：:“《]?[^，。；\n]{0,20}(?:网|文库|公众号|微信|号)|转载请(?:注明|标明)[^，。；\n]{0,12}|版权(?:归|属于)?(?:原?作者|本站)[^，。；\n]{0,12}|(?:免费|点击|立即|打包|全文)下载(?:全文|文档|地址|链接|本文|此文)?(?=[^一-龥]|$)|原文(?:链接|地址)[：:]?/gm,
    message: '转载、下载提示文字，请删去',
    suggestion: '',
  },
  {
    pattern:
      /(?:https?:\/\/|www\.)[^\s一-龥，。；、）】”》]{0,80}(?:wenku|fanwen|gongwen|docin|doc88|360doc|book118|renrendoc|taodocs|jinchutou|mp\.weixin|zhihu|xuexila|diyifanwen|cnfla|unjs|ruiwen)[^\s一-龥，。；、）】”》]{0,120}/gi,
    message: '范文、文档网站的网址，请删去',
    suggestion: '',
  },
  {
    pattern:
      /(?:百度|豆丁|原创力|人人|金锄头|淘豆|新浪|道客)(?:文库|文档|巴巴)|豆丁网|第一范文网|范文(?:网|大全|先生)|(?:老秘|笔杆子|文秘|公文|材料|秘书)(?:网|之家|公社|圈)(?=[^络上])/g,
    message: '范文网站的名称，像是从网上带来的文字，请核对后删去',
  },
  {
    pattern:
      /&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|mdash|hellip|middot|#\d{2,5});|<\/?(?:p|br|div|span|strong|em|table|tbody|tr|td|font|img|b|h[1-6])(?:\s[^<>\n]{0,120})?\/?>/gi,
    message: '网页代码残留，请删去',
    suggestion: '',
  },
  {
    pattern: /\[(?:图片|表情|动画表情|视频|语音|文件|链接|聊天记录)\]/g,
    message: '聊天软件复制时留下的标记，请删去',
    suggestion: '',
  },
];

export const rule: Rule = {
  meta: {
    id: 'leftover-marker',
    title: '网站标记和广告残留',
    basis: null,
    severity: 'must',
    family: 'mask',
    examples: {
      good: [
        '全年编印《调研文库》3册，收集素材40件。',
        '（摘自年度工作台账）办理来信12件。',
        '开通单位微信公众号，关注人数达到2000人。',
        '更多群众在家门口享受到优质服务。',
      ],
      bad: [
        { text: '坚定政##paidbegin##治立场。\n##paidend##', found: ['##paidbegin##', '##paidend##'] },
        { text: '二、主要做法\n稿子汇 www.example.com\n抓学习。', found: ['稿子汇 www.example.com'] },
        { text: '发挥先锋模范作用 公文汇，办公文档之家', found: ['公文汇，办公文档之家'] },
        { text: '二、主要做法【更多范文请关注某某文库】', found: ['【更多范文请关注某某文库】'] },
        { text: '本文来自第三范文网，转载请注明出处。', found: ['本文来自第三范文网', '转载请注明出处'] },
        { text: '严格落实责任。（更多材料请关注公众号：材料铺）', found: ['（更多材料请关注公众号：材料铺）'] },
        {
          text: '上一篇：年终总结\n全面落实，##更多材料##扎实推进[www.example.com]各项工作。',
          found: ['上一篇：年终总结', '##更多材料##', '[www.example.com]'],
        },
        {
          text: '全面落实。（欢迎下载，可自由编辑）\n篇一：\n【打印本页】',
          found: ['（欢迎下载，可自由编辑）', '篇一：', '【打印本页】'],
        },
        { text: '加强&nbsp;管理，<br/>提高效率。', found: ['&nbsp;', '<br/>'] },
        { text: '参见https://www.fanwen.example/a/12.html的写法', found: ['https://www.fanwen.example/a/12.html'] },
      ],
    },
  },
  check: ({ index }) => matched(index, patterns),
};
