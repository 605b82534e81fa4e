-- code: DS03
-- title: 政府信息公开平均用时
-- title_en: Mean days from making to disclosing a document
-- unit: 天
-- measure: mean
-- by: 类别
-- names: 政府信息公开平均用时、政府信息公开平均天数
-- needs: disclosure
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内公开的政府信息，从形成到公开的平均自然日数；没有形成日或公开早于形成的不计。
-- shortfall: 当日公开的政府信息
SELECT doc_no AS id, kind AS unit, published_date AS day,
       DATE_DIFF('day', CAST(made_date AS DATE), CAST(published_date AS DATE)) AS numerator, 1 AS denominator,
       made_date, published_date
FROM disclosure WHERE published_date >= $start AND published_date < $end AND CAST(published_date AS DATE) >= CAST(made_date AS DATE)
