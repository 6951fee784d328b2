package org.lottrace.api.event;

import org.lottrace.api.code.Coded;

/** Kind of business document an event or an entry refers to (compare GS1 CBV business transaction types). */
public enum DocumentType implements Coded {
    PURCHASE_ORDER("PURCHASE_ORDER"),
    SHIP_NOTICE("SHIP_NOTICE"),
    PRODUCTION_ORDER("PRODUCTION_ORDER"),
    SALES_ORDER("SALES_ORDER"),
    SHIPMENT("SHIPMENT"),
    TRANSFER_ORDER("TRANSFER_ORDER"),
    COUNT_SHEET("COUNT_SHEET"),
    DISPOSAL_ORDER("DISPOSAL_ORDER"),
    RETURN_ORDER("RETURN_ORDER"),
    QUALITY_ORDER("QUALITY_ORDER"),
    /** A receipt that names neither a ship notice nor a purchase order; numbered when it is recorded. */
    GOODS_RECEIPT("GOODS_RECEIPT"),
    SUPPLIER_INVOICE("SUPPLIER_INVOICE"),
    /** A supplier owes something back. */
    CREDIT_NOTE("CREDIT_NOTE"),
    /** Freight or duty for goods that came in. */
    LANDED_COST("LANDED_COST"),
    /** Conversion cost or overhead of a production order. */
    ABSORBED_COST("ABSORBED_COST"),
    /** What is on stock of a lot is worth something else. */
    REVALUATION("REVALUATION"),
    /** The list that says how the goods of items are valued; there is one. */
    COST_METHOD("COST_METHOD"),
    /** The list of exchange rates of a month, such as 2026-11. */
    EXCHANGE_RATES("EXCHANGE_RATES"),
    /** Goods on consignment become ours before they are used. */
    CONSIGNMENT("CONSIGNMENT"),
    /** The list of transfer prices between two companies, such as ACME.ACME-US. */
    TRANSFER_PRICES("TRANSFER_PRICES"),
    /** A split, merge, relabelling or repacking of lots. */
    TRANSFORMATION("TRANSFORMATION"),
    /** A sample, or the order to test it. */
    SAMPLE("SAMPLE");

    private final String code;

    DocumentType(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
