-- code: PJ01
-- title: 验收合格的信息化项目数
-- title_en: IT projects accepted in the period
-- unit: 个
-- measure: total
-- names: 验收合格的信息化项目数、推进政务服务信息化项目、推进政务信息化项目
-- needs: it_project
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内验收合格的信息化项目数，按验收日归期。
-- shortfall: 期内验收合格的信息化项目
SELECT project_no AS id, CAST(NULL AS VARCHAR) AS unit, accepted_date AS day,
       1 AS numerator,
       contract_amount, due_date, accepted_date
FROM it_project WHERE passed AND accepted_date >= $start AND accepted_date < $end
