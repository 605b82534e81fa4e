-- code: SU02
-- title: 问卷加权满意度
-- title_en: Satisfaction in surveys: weighted mean of the five levels
-- unit: 分
-- measure: mean
-- by: 问题
-- names: 问卷加权满意度、问卷综合满意度得分
-- needs: survey_answer
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内问卷的有效回答按非常满意100、满意80、基本满意60、不满意30、非常不满意0分计的平均分；空答和其他回答不计。
-- shortfall: 计入的回答
SELECT answer_no AS id, question AS unit, day,
       CASE answer WHEN '非常满意' THEN 100 WHEN '满意' THEN 80 WHEN '基本满意' THEN 60 WHEN '不满意' THEN 30 ELSE 0 END
         AS numerator,
       1 AS denominator,
       respondent, answer
FROM survey_answer
WHERE day >= $start AND day < $end
  AND answer IN ('非常满意', '满意', '基本满意', '不满意', '非常不满意')
