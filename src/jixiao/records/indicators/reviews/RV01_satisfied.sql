-- code: RV01
-- title: 好差评满意率
-- title_en: Satisfaction: share of ratings of three stars and more
-- unit: %
-- measure: rate
-- names: 好差评满意率
-- needs: review
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内评价中，基本满意、满意、非常满意（3至5星）的占比；没有评价的办件不计，样本量另列。
-- shortfall: 不满意的评价
SELECT project_no AS id, org_name AS unit, assess_time AS day,
       CASE WHEN satisfaction >= 3 THEN 1 ELSE 0 END AS numerator, 1 AS denominator,
       satisfaction, assess_time
FROM review WHERE assess_time >= $start AND assess_time < $end AND satisfaction IS NOT NULL
