-- code: MN15
-- title: 因公出国（境）费
-- title_en: Official journeys abroad
-- unit: 万元
-- measure: total
-- by: 项目
-- scale: 10000
-- names: 因公出国（境）费、因公出国(境)费
-- needs: voucher
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内凭证中因公出国（境）费之和，红字冲减；按项目分列。
-- shortfall: 凭证
SELECT voucher_no AS id, project AS unit, day,
       amount AS numerator,
       line, subject
FROM voucher WHERE subject LIKE '因公出国%' AND day >= $start AND day < $end
