-- code: PJ02
-- title: 信息化项目验收合格率
-- title_en: Share of IT projects that passed acceptance
-- unit: %
-- measure: rate
-- names: 信息化项目验收合格率、政务服务信息化项目验收合格率、政务信息化项目验收合格率
-- needs: it_project
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内验收的信息化项目中，验收合格的占比；没有登记结论的按不合格算。
-- shortfall: 验收不合格的信息化项目
SELECT project_no AS id, CAST(NULL AS VARCHAR) AS unit, accepted_date AS day,
       CASE WHEN passed THEN 1 ELSE 0 END AS numerator, 1 AS denominator,
       contract_amount, due_date, accepted_date
FROM it_project WHERE accepted_date >= $start AND accepted_date < $end
