-- code: MN13
-- title: 公务用车运行维护费
-- title_en: Running official cars
-- unit: 万元
-- measure: total
-- by: 项目
-- scale: 10000
-- names: 公务用车运行维护费、公务用车运行维护费支出
-- needs: voucher
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内凭证中公务用车运行维护费之和，红字冲减；按项目分列。
-- shortfall: 凭证
SELECT voucher_no AS id, project AS unit, day,
       amount AS numerator,
       line, subject
FROM voucher WHERE subject = '公务用车运行维护费' AND day >= $start AND day < $end
