package org.lottrace.api.event;

/** Kind of business document an event or an entry refers to (compare GS1 CBV business transaction types). */
public enum DocumentType {
    PURCHASE_ORDER,
    SHIP_NOTICE,
    PRODUCTION_ORDER,
    SALES_ORDER,
    SHIPMENT,
    TRANSFER_ORDER,
    COUNT_SHEET,
    DISPOSAL_ORDER,
    RETURN_ORDER,
    QUALITY_ORDER
}
