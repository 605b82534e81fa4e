-- code: SU03
-- title: 问卷样本量
-- title_en: Number of valid answers
-- unit: 份
-- measure: total
-- by: 问题
-- names: 问卷样本量、有效问卷份数
-- needs: survey_answer
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内问卷的有效回答数；满意度须与它一同写出。
-- shortfall: 计入的回答
SELECT answer_no AS id, question AS unit, day,
       1 AS numerator,
       respondent, answer
FROM survey_answer
WHERE day >= $start AND day < $end
  AND answer IN ('非常满意', '满意', '基本满意', '不满意', '非常不满意')
