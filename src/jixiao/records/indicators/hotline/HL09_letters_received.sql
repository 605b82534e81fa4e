-- code: HL09
-- title: 区长信箱收件量
-- title_en: Letters to the district head received
-- unit: 件
-- measure: total
-- names: 区长信箱收件量、区长信箱来信量
-- needs: hotline_order
-- cite: 自拟口径
-- verified: no
-- years: 2019-
-- definition: 期内受理的区长信箱来信数：受理时间在期内，同一工单编号只计一件。
-- shortfall: 期内受理的区长信箱来信
SELECT order_no AS id, org_name AS unit, accept_time AS day,
       1 AS numerator,
       deadline, closed_time
FROM orders WHERE accept_time >= $start AND accept_time < $end AND channel = '信箱'
