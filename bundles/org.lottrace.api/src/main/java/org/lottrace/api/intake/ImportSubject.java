package org.lottrace.api.intake;

import org.lottrace.api.code.Coded;

/** What can be imported. */
public enum ImportSubject implements Coded {
    ITEMS("ITEMS"),
    PARTIES("PARTIES"),
    /** Own sites with their storage locations. */
    SITES("SITES"),
    PURCHASE_ORDERS("PURCHASE_ORDERS"),
    SALES_ORDERS("SALES_ORDERS"),
    TRANSFER_ORDERS("TRANSFER_ORDERS"),
    PRODUCTION_ORDERS("PRODUCTION_ORDERS"),
    /** What was on stock when recording began, lot by lot. */
    OPENING_STOCK("OPENING_STOCK"),
    /** Documents between us and third-party warehouses: transfers, orders, reports. */
    STOCK_DOCUMENTS("STOCK_DOCUMENTS"),
    /** What foreign currencies are worth, day by day. */
    EXCHANGE_RATES("EXCHANGE_RATES");

    private final String code;

    ImportSubject(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
