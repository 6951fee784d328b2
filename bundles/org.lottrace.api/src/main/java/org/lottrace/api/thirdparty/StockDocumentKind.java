package org.lottrace.api.thirdparty;

import org.lottrace.api.code.Coded;

/** What a document between us and a third-party warehouse says. */
public enum StockDocumentKind implements Coded {
    /** We have sent stock there (X12 943). */
    TRANSFER_SHIPMENT("TRANSFER_SHIPMENT"),
    /** What came of it there (X12 944). */
    TRANSFER_RECEIPT("TRANSFER_RECEIPT"),
    /** They are to ship for a sales order (X12 940). */
    SHIPPING_ORDER("SHIPPING_ORDER"),
    /** What they have shipped (X12 945). */
    SHIPPING_ADVICE("SHIPPING_ADVICE"),
    /** What they say they hold, lot by lot (X12 846). */
    INVENTORY("INVENTORY");

    private final String code;

    StockDocumentKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** @return true when the warehouse says it, false when we do */
    public boolean isReport() {
        return this == TRANSFER_RECEIPT || this == SHIPPING_ADVICE || this == INVENTORY;
    }

    /** @return what answers this, or is answered by it; the same for an inventory, which answers our book */
    public StockDocumentKind counterpart() {
        return switch (this) {
            case TRANSFER_SHIPMENT -> TRANSFER_RECEIPT;
            case TRANSFER_RECEIPT -> TRANSFER_SHIPMENT;
            case SHIPPING_ORDER -> SHIPPING_ADVICE;
            case SHIPPING_ADVICE -> SHIPPING_ORDER;
            case INVENTORY -> INVENTORY;
        };
    }
}
