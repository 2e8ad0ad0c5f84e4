/** Words that talk to a machine instead of to the readers of a report. */
const orders = [
  /(?:忽略|无视|忘记|忘掉|不要理会|跳过)[^。！？\n]{0,12}(?:指令|提示词?|指示|规则|设定|要求|内容)[^。！？\n]{0,12}(?:你|回答|输出|回复|写|给出|直接|评|改)/u,
  /(?:忽略|无视|忘记|忘掉)(?:掉|了)?(?:以上|上述|前面|之前|上面|所有|一切)/u,
  /(?:以上|上述|前面|之前)的?(?:指令|提示词|系统提示|设定)/u,
  /(?:系统|system)\s*(?:提示|指令|prompt|message)/iu,
  /提示词|大语言模型|语言模型|ChatGPT|\bGPT\b|\bprompt\b|\bLLM\b/iu,
  /(?:作为|你是)(?:一[个名])?[^。！？\n]{0,8}(?:AI|人工智能|模型|助手|机器人)/iu,
  /(?:请|必须|务必|只)(?:你)?(?:直接)?(?:回答|回复|输出|返回)[：:“"'「]/u,
  /ignore\s+(?:all|any|the|previous|above|prior)/iu,
  /<\|[a-z_]{2,20}\|>|\[\/?INST\]|<\/?(?:system|assistant|user)>|^(?:system|assistant|user)\s*[:：]/imu,
];

/** Whether a text holds orders to whatever reads it: such a section is not given to a model at all. */
export const holdsOrders = (text: string): boolean => orders.some((pattern) => pattern.test(text));
