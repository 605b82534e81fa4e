-- code: DS01
-- title: 政府信息公开量
-- title_en: Documents disclosed
-- unit: 条
-- measure: total
-- by: 类别
-- names: 政府信息公开量、政府信息公开条数、政府信息公开数量
-- needs: disclosure
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内公开的政府信息条数，按公开时间归期。
-- shortfall: 公开的政府信息
SELECT doc_no AS id, kind AS unit, published_date AS day,
       1 AS numerator,
       made_date, due_date, published_date
FROM disclosure WHERE published_date >= $start AND published_date < $end
