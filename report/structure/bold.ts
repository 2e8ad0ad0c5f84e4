/**
 * Asterisks pairs within a line as Markdown sets bold type, when what they hold does not go on a name that asterisks stand
 * for (**镇、**村) or a word that somebody's filter took out (**员, **建). Group 1 is what they hold.
 */
export const boldPassage =
  /\*\*(?!\*|[省厅、，。；]|市(?![场民政域级容值])|县(?![域级乡城])|区(?![域块位间别级])|镇(?![区村])|乡(?![村镇土风贤情])|村(?![级民居庄容务集企里])|局(?![势面部限])|街道(?!环)|员(?![工额])|建(?:工作|引领)|风廉)([^*\n]{1,80})\*\*(?!\*)/gu;
