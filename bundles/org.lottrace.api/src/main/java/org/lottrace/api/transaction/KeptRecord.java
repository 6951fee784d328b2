package org.lottrace.api.transaction;

/** What is kept by a number and replaced as a whole. */
public enum KeptRecord {
    ITEM,
    PARTY,
    SITE,
    SALES_ORDER,
    PURCHASE_ORDER,
    PRODUCTION_ORDER,
    TRANSFER_ORDER,
    IMPORT_MAPPING
}
