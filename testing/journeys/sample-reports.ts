/** A report of our own writing with a leftover site marker, without plans, signature and date. */
export const draftWithFaults = [
  '2025年度述职述廉报告',
  '县文化和旅游局副局长  成员甲',
  '各位领导、同志们：',
  '2025年，在局党组的领导下，本人分管公共文化和场馆工作，现将履职情况报告如下。',
  '一、加强理论学习',
  '全年参加理论学习中心组学习12次，撰写学习笔记2万字，到分管科室讲党课3次。##paidbegin##',
  '二、履行岗位职责',
  '建成乡镇文化站6个，举办群众文化活动48场，服务群众3.6万人次，，场馆免费开放320天。',
  '三、廉洁自律情况',
  '严格执行中央八项规定及其实施细则精神，与分管科室负责人开展廉政谈话8人次，按规定报告个人有关事项。',
].join('\n');

/** The next version: marker gone, problems and plans added, signed. */
export const mendedDraft = [
  ...draftWithFaults.replace('##paidbegin##', '').replace('，，', '，').split('\n'),
  '四、存在的问题和不足',
  '一是理论学习不够深入，联系实际不够紧密；二是深入基层调研偏少；三是对分管科室的日常监督抓得不够紧。',
  '五、下一步打算',
  '一是坚持每月集中学习一次；二是每季度到基层调研不少于两次；三是落实一岗双责，抓好日常监督。',
  '以上报告，请予审议。',
  '成员甲',
  '2025年12月20日',
].join('\n');

export const notAReport = [
  '关于召开年度工作会议的通知',
  '各科室、各文化站：',
  '定于12月25日上午9时在局三楼会议室召开年度工作会议，请准时参加。',
  '县文化和旅游局办公室',
  '2025年12月18日',
].join('\n');
