-- code: SU01
-- title: 问卷满意度
-- title_en: Satisfaction in surveys: share of answers of the three better levels
-- unit: %
-- measure: rate
-- by: 问题
-- names: 问卷满意度、问卷调查满意度
-- needs: survey_answer
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内问卷的有效回答中，基本满意、满意、非常满意的占比，各问题合并；空答和其他回答不计，样本量另列。
-- shortfall: 不满意的回答
SELECT answer_no AS id, question AS unit, day,
       CASE WHEN answer IN ('非常满意', '满意', '基本满意') THEN 1 ELSE 0 END AS numerator, 1 AS denominator,
       respondent, answer
FROM survey_answer
WHERE day >= $start AND day < $end
  AND answer IN ('非常满意', '满意', '基本满意', '不满意', '非常不满意')
