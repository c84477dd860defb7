-- What two documents must agree on, as one value of 16 bytes: documents that agree find each other by it and are not read in full.

CREATE FUNCTION match_claim(VARIADIC said text[]) RETURNS uuid
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN encode(substring(sha256(convert_to(said::text, 'UTF8')) FROM 1 FOR 16), 'hex')::uuid;

-- An order that is there twice or whose sum is wrong agrees with nothing.
ALTER TABLE match_order
    ADD COLUMN payment_claim uuid GENERATED ALWAYS AS (CASE WHEN copies = 1 AND paid = goods_value + freight + tax - discount
        THEN match_claim(pay_code, pay_no, platform, order_no, paid::text, currency) END) STORED,
    ADD COLUMN payer_claim uuid GENERATED ALWAYS AS (CASE WHEN copies = 1 AND paid = goods_value + freight + tax - discount
        THEN match_claim(pay_code, pay_no, platform, order_no, paid::text, currency, buyer_name, buyer_id) END) STORED,
    ADD COLUMN waybill_claim uuid GENERATED ALWAYS AS (CASE WHEN copies = 1 AND paid = goods_value + freight + tax - discount
        THEN match_claim(platform, order_no, consignee, phone, address) END) STORED;

ALTER TABLE match_payment
    ADD COLUMN payment_claim uuid GENERATED ALWAYS AS (CASE WHEN copies = 1
        THEN match_claim(pay_code, pay_no, platform, order_no, amount::text, currency) END) STORED,
    ADD COLUMN payer_claim uuid GENERATED ALWAYS AS (CASE WHEN copies = 1
        THEN match_claim(pay_code, pay_no, platform, order_no, amount::text, currency, payer_name, payer_id) END) STORED;

ALTER TABLE match_waybill
    ADD COLUMN waybill_claim uuid GENERATED ALWAYS AS (CASE WHEN copies = 1
        THEN match_claim(platform, order_no, consignee, phone, address) END) STORED;
