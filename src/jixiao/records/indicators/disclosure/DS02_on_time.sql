-- code: DS02
-- title: 政府信息公开及时率
-- title_en: Share of documents disclosed in time
-- unit: %
-- measure: rate
-- by: 类别
-- names: 政府信息公开及时率、政府信息及时公开率
-- needs: disclosure
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 应公开日在期内的政府信息中，在应公开日当日或之前公开的占比；没有应公开日的不计。主动公开的期限为形成或变更之日起二十个工作日（政府信息公开条例第二十六条），比率的口径自拟。
-- shortfall: 没有及时公开的政府信息
SELECT doc_no AS id, kind AS unit, due_date AS day,
       CASE WHEN CAST(published_date AS DATE) <= CAST(due_date AS DATE) THEN 1 ELSE 0 END AS numerator, 1 AS denominator,
       made_date, due_date, published_date
FROM disclosure WHERE due_date >= $start AND due_date < $end
