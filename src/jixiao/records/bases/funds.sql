-- funds 预算指标与支付: one row an entry; quotas cut count negative, money sent back lowers what was paid.
SELECT quota_no AS id, project, fund, kind, day,
       CASE WHEN kind = '年初' THEN amount ELSE 0 END AS initial,
       CASE WHEN kind = '调减' THEN -ABS(amount) WHEN kind = '调增' THEN amount ELSE 0 END AS changed,
       CASE WHEN kind = '调减' THEN -ABS(amount) ELSE amount END AS quota,
       CAST(0 AS DECIMAL(18, 2)) AS paid
FROM budget_quota
WHERE amount IS NOT NULL
UNION ALL
SELECT payment_no AS id, project, fund, CASE WHEN refund THEN '退款' ELSE '支付' END AS kind, day,
       CAST(0 AS DECIMAL(18, 2)) AS initial,
       CAST(0 AS DECIMAL(18, 2)) AS changed,
       CAST(0 AS DECIMAL(18, 2)) AS quota,
       CASE WHEN refund THEN -ABS(amount) ELSE amount END AS paid
FROM payment
WHERE amount IS NOT NULL
