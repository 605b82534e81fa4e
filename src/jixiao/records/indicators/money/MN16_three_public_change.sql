-- code: MN16
-- title: 三公经费变动率
-- title_en: Change of the spending on the three public items
-- unit: %
-- measure: rate
-- by: 科目
-- better: low
-- names: 三公经费变动率、“三公”经费变动率
-- needs: voucher
-- cite: cn.caiyu-2013-53#three_public_change
-- verified: no
-- years: 2019-
-- definition: （本期三公经费－上年同期三公经费）÷上年同期三公经费；上年同期没有支出时无值。上年的凭证列在本年同一日。
-- shortfall: 本期和上年同期的凭证
SELECT voucher_no AS id, subject AS unit, CAST(day AS TIMESTAMP) AS day,
       amount AS numerator, 0 AS denominator,
       line, '本期' AS year
FROM voucher
WHERE (subject IN ('公务接待费', '公务用车运行维护费', '公务用车购置费') OR subject LIKE '因公出国%') AND day >= $start AND day < $end
UNION ALL
SELECT voucher_no AS id, subject AS unit, GREATEST(CAST(day + INTERVAL '1' YEAR AS TIMESTAMP), $start) AS day,
       -amount AS numerator, amount AS denominator,
       line, '上年同期' AS year
FROM voucher
WHERE (subject IN ('公务接待费', '公务用车运行维护费', '公务用车购置费') OR subject LIKE '因公出国%')
  AND day >= $start - INTERVAL '1' YEAR AND day < $end - INTERVAL '1' YEAR
