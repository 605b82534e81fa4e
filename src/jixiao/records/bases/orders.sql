-- orders 工单: one row a 12345工单 or letter to the 区长信箱, with the closing that counts.
-- A reopened order counts by its last closing; until it is closed again it is open.
SELECT order_no, channel, org_name, accept_time, deadline, contact_time, close_time AS first_close_time,
       CASE WHEN reopened THEN last_close_time ELSE COALESCE(last_close_time, close_time) END AS closed_time,
       COALESCE(reopened, FALSE) AS reopened,
       result, answer_seconds, COALESCE(callback, FALSE) AS callback, satisfaction, COALESCE(urgent, FALSE) AS urgent
FROM hotline_order
