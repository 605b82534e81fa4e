-- code: CS11
-- title: 网上一次办结率
-- title_en: Share of online cases closed without a supplement
-- unit: %
-- measure: rate
-- names: 网上一次办结率
-- needs: up_pro_accept
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内办结的网上办件（数据来源写明网上）中，过程里没有补正、也没有特别程序的占比。
-- shortfall: 不是一次办结的网上办件
SELECT project_no AS id, org_name AS unit, result_date AS day,
       CASE WHEN special OR project_no IN (SELECT project_no FROM up_pro_process WHERE process_name LIKE '%补正%')
            THEN 0 ELSE 1 END AS numerator,
       1 AS denominator,
       accept_date, result_date, data_source
FROM cases WHERE result_date >= $start AND result_date < $end AND data_source LIKE '%网上%'
