-- code: CS06
-- title: 办件平均办理天数（自然日）
-- title_en: Mean days from acceptance to closing
-- unit: 天
-- measure: mean
-- names: 办件平均办理天数（自然日）、办件平均办理自然日数
-- needs: up_pro_accept
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内办结的办件，从受理到办结的自然日数（按秒折算）减去特别程序时间后的平均值；办结早于受理的记录不计。
-- shortfall: 办理不足一天的办件
SELECT project_no AS id, org_name AS unit, result_date AS day,
       CASE WHEN DATE_DIFF('second', accept_date, result_date) > special_seconds
            THEN DATE_DIFF('second', accept_date, result_date) - special_seconds ELSE 0 END AS numerator,
       86400 AS denominator,
       accept_date, result_date, special_seconds
FROM cases WHERE result_date >= $start AND result_date < $end AND result_date >= accept_date
