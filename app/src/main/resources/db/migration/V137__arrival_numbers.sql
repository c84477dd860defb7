-- What the country of arrival asks for of a sale: the seller's IOSS number, and the manufacturer's identifier of the goods. Empty where nobody told them.
ALTER TABLE customer_order ADD COLUMN ioss_no text NOT NULL DEFAULT '';
ALTER TABLE order_line ADD COLUMN product_id text NOT NULL DEFAULT '';
