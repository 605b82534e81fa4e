-- code: CS14
-- title: 办件量及政府信息公开量
-- title_en: Cases accepted and documents disclosed
-- unit: 件
-- measure: total
-- names: 政务大厅办件量统计及政府信息公开量、办件量及政府信息公开量
-- needs: up_pro_accept、disclosure
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内受理的办件数与期内公开的政府信息条数之和。
-- shortfall: 计入的办件和信息
SELECT project_no AS id, org_name AS unit, accept_date AS day, 1 AS numerator, '办件' AS kind
FROM cases WHERE accept_date >= $start AND accept_date < $end
UNION ALL
SELECT doc_no AS id, NULL AS unit, CAST(published_date AS TIMESTAMP) AS day, 1 AS numerator, '政府信息' AS kind
FROM disclosure WHERE published_date >= $start AND published_date < $end
