-- code: MN19
-- title: 水电差旅费支出
-- title_en: Water, power and travel
-- unit: 万元
-- measure: total
-- by: 项目
-- scale: 10000
-- names: 水电差旅费、水费电费差旅费、水电差旅费支出
-- needs: voucher
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内凭证中水电差旅之和，红字冲减；按项目分列。
-- shortfall: 凭证
SELECT voucher_no AS id, project AS unit, day,
       amount AS numerator,
       line, subject
FROM voucher WHERE subject = '水电差旅' AND day >= $start AND day < $end
