-- code: IT02
-- title: 新开跨省通办事项数
-- title_en: Items opened to other provinces in the period
-- unit: 项
-- measure: total
-- by: 跨省通办模式
-- names: 新开跨省通办事项、新开跨省通办事项数、新增跨省通办事项
-- needs: service_item
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内公布的跨省通办事项数；期末之前又撤下的不计。
-- shortfall: 期内新开的跨省通办事项
SELECT task_code AS id, cross_province AS unit, published_date AS day,
       1 AS numerator,
       handle_mode, published_date, withdrawn_date
FROM service_item
WHERE cross_province IS NOT NULL AND published_date >= $start AND published_date < $end
  AND (withdrawn_date IS NULL OR withdrawn_date >= $end)
