-- What the site and the carrier report of many parcels at once: arrival (507), departure (509), inbound detail of import (711).

ALTER TABLE customs_paper DROP CONSTRAINT customs_paper_kind_check;
ALTER TABLE customs_paper DROP CONSTRAINT customs_paper_check;
ALTER TABLE customs_paper
    ADD COLUMN container_id bigint,             -- of an arrival or departure
    ADD COLUMN bill_no text NOT NULL DEFAULT '',  -- consignment note of an inbound detail
    ADD FOREIGN KEY (tenant_id, container_id) REFERENCES container,
    ADD CONSTRAINT customs_paper_kind CHECK (kind IN ('CANCEL', 'RETURN', 'TALLY', 'SUMMARY', 'ARRIVAL', 'DEPARTURE', 'INBOUND')),
    ADD CONSTRAINT customs_paper_subject CHECK (
        num_nonnulls(declaration_id, import_list_id) = CASE WHEN kind IN ('CANCEL', 'RETURN', 'TALLY') THEN 1 ELSE 0 END
        AND (container_id IS NOT NULL) = (kind IN ('ARRIVAL', 'DEPARTURE')) AND (bill_no <> '') = (kind = 'INBOUND'));
CREATE INDEX customs_paper_container ON customs_paper (tenant_id, container_id) WHERE container_id IS NOT NULL;
CREATE INDEX customs_paper_bill ON customs_paper (tenant_id, bill_no) WHERE bill_no <> '';

-- A parcel is reported once of each kind; a report that customs refused lets its parcels go to the next.
CREATE TABLE customs_site_row (
    tenant_id  int NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('ARRIVAL', 'DEPARTURE', 'INBOUND')),
    waybill_no text NOT NULL,
    paper_id   bigint NOT NULL,
    PRIMARY KEY (tenant_id, kind, waybill_no),
    FOREIGN KEY (tenant_id, paper_id) REFERENCES customs_paper
);
CALL protect('customs_site_row');
CREATE INDEX customs_site_row_paper ON customs_site_row (tenant_id, paper_id);
