-- code: SU04
-- title: 网络使用单位满意度
-- title_en: Satisfaction of the units that use the network
-- unit: %
-- measure: rate
-- by: 受访者
-- names: 网络使用单位满意度、网络维护满意度、政务外网使用单位满意度
-- needs: survey_answer
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内问卷中问题写明网络使用或网络维护满意度的有效回答，基本满意、满意、非常满意的占比。
-- shortfall: 不满意的回答
SELECT answer_no AS id, respondent AS unit, day,
       CASE WHEN answer IN ('非常满意', '满意', '基本满意') THEN 1 ELSE 0 END AS numerator, 1 AS denominator,
       respondent, answer
FROM survey_answer
WHERE day >= $start AND day < $end
  AND (question LIKE '%网络使用%满意%' OR question LIKE '%网络维护%满意%' OR question LIKE '%政务外网%满意%')
  AND answer IN ('非常满意', '满意', '基本满意', '不满意', '非常不满意')
