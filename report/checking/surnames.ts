/** Common family names of one character. */
export const surnames = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
);

/** Posts that stand right behind a person's name. */
export const posts =
  '(?:党?委?书记|副?省长|副?市长|副?县长|副?区长|副?镇长|副?乡长|副?局长|副?厅长|副?处长|副?科长|副?主任|副?院长|副?校长|副?部长|同志|主席|副?会长|副?行长|董事长|副?总经理|先生|女士)';
