-- code: SU05
-- title: 群众满意度（问卷）
-- title_en: Satisfaction of citizens in surveys
-- unit: %
-- measure: rate
-- by: 问题
-- names: 群众满意度（问卷）、问卷群众满意度
-- needs: survey_answer
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内问卷中问题写明群众满意度的有效回答，基本满意、满意、非常满意的占比；好差评另计。
-- shortfall: 不满意的回答
SELECT answer_no AS id, question AS unit, day,
       CASE WHEN answer IN ('非常满意', '满意', '基本满意') THEN 1 ELSE 0 END AS numerator, 1 AS denominator,
       respondent, answer
FROM survey_answer
WHERE day >= $start AND day < $end
  AND question LIKE '%群众%满意%'
  AND answer IN ('非常满意', '满意', '基本满意', '不满意', '非常不满意')
