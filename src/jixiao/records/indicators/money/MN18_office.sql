-- code: MN18
-- title: 办公费支出
-- title_en: Office supplies
-- unit: 万元
-- measure: total
-- by: 项目
-- scale: 10000
-- names: 办公费支出、办公经费支出
-- needs: voucher
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内凭证中办公费之和，红字冲减；按项目分列。
-- shortfall: 凭证
SELECT voucher_no AS id, project AS unit, day,
       amount AS numerator,
       line, subject
FROM voucher WHERE subject = '办公费' AND day >= $start AND day < $end
