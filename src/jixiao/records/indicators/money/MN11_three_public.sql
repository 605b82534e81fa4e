-- code: MN11
-- title: 三公经费支出
-- title_en: Spending on the three public items
-- unit: 万元
-- measure: total
-- by: 科目
-- scale: 10000
-- names: 三公经费支出、“三公”经费支出
-- needs: voucher
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内凭证中公务接待费、公务用车购置费、公务用车运行维护费、因公出国（境）费之和，红字冲减；按科目分列。
-- shortfall: 凭证
SELECT voucher_no AS id, subject AS unit, day,
       amount AS numerator,
       line, project
FROM voucher WHERE (subject IN ('公务接待费', '公务用车运行维护费', '公务用车购置费') OR subject LIKE '因公出国%') AND day >= $start AND day < $end
