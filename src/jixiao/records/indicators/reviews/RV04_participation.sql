-- code: RV04
-- title: 好差评参评率
-- title_en: Share of closed cases that were rated
-- unit: %
-- measure: rate
-- names: 好差评参评率、办件评价率
-- needs: up_pro_accept、review
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内办结的办件中，有评价的占比；评价可在期后作出；一件多次评价只计一件，查不到办件的评价不计。
-- shortfall: 没有评价的办件
SELECT project_no AS id, org_name AS unit, result_date AS day,
       CASE WHEN project_no IN (SELECT project_no FROM review WHERE project_no IS NOT NULL AND satisfaction IS NOT NULL)
            THEN 1 ELSE 0 END AS numerator,
       1 AS denominator,
       accept_date, result_date
FROM cases WHERE result_date >= $start AND result_date < $end
