-- code: PJ03
-- title: 信息化项目按期验收率
-- title_en: Share of IT projects accepted by their due day
-- unit: %
-- measure: rate
-- names: 信息化项目按期验收率、信息化项目完成及时率、信息化项目按期完成率
-- needs: it_project
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 应验收日在期内的信息化项目中，在应验收日当日或之前验收合格的占比。
-- shortfall: 没有按期验收合格的信息化项目
SELECT project_no AS id, CAST(NULL AS VARCHAR) AS unit, due_date AS day,
       CASE WHEN passed AND CAST(accepted_date AS DATE) <= CAST(due_date AS DATE) THEN 1 ELSE 0 END AS numerator,
       1 AS denominator,
       contract_amount, due_date, accepted_date, passed
FROM it_project WHERE due_date >= $start AND due_date < $end
