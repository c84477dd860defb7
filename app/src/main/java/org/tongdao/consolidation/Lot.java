package org.tongdao.consolidation;

/** What may travel in one bag and one container: parcels of one hub and one customs regime. */
record Lot(String hub, String regime) {}
