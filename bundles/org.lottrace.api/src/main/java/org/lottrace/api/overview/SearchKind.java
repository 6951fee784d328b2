package org.lottrace.api.overview;

import org.lottrace.api.code.Coded;

/** What can be found. */
public enum SearchKind implements Coded {
    /** Key: {@link org.lottrace.api.lot.LotKey}. */
    LOT("LOT"),
    /** Key: the SSCC. */
    LOGISTIC_UNIT("LOGISTIC_UNIT"),
    /** Key: the item number. */
    ITEM("ITEM"),
    /** Key: the party number. */
    PARTY("PARTY"),
    /** Key: the order number. */
    PURCHASE_ORDER("PURCHASE_ORDER"),
    /** Key: the order number. */
    SALES_ORDER("SALES_ORDER"),
    /** Key: {@code sender/number}. */
    SHIP_NOTICE("SHIP_NOTICE"),
    /** Key: the shipment number. */
    SHIPMENT("SHIPMENT"),
    /** Any other document that events name. Key: {@link org.lottrace.api.event.DocumentType} code, {@code /}, number. */
    DOCUMENT("DOCUMENT"),
    /** Key: the event id. */
    EVENT("EVENT"),
    /** Key: its number in the log. */
    INTERCHANGE("INTERCHANGE"),
    /** Key: the case number. */
    RECALL_CASE("RECALL_CASE");

    private final String code;

    SearchKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
