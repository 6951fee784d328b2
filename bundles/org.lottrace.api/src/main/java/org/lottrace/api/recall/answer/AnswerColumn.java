package org.lottrace.api.recall.answer;

import org.lottrace.api.recall.notice.RecallNotice;

/**
 * The columns of the file that goes out with a notice, one row for each lot of each shipment, and comes back filled in. The
 * order is that of the file; whoever reads it finds a column by its title.
 */
public enum AnswerColumn {
    CASE("Case"),
    /** {@link RecallNotice#key()} */
    NOTICE("Notice"),
    /** {@link AnswerLinks#codeFor} */
    CODE("Answer code"),
    /** Place in {@link RecallNotice#goods()}, from 1. */
    LINE("Line"),
    SHIPMENT("Shipment"),
    SHIPPED_ON("Shipped on"),
    ORDER("Your order"),
    ITEM("Item"),
    GTIN("GTIN"),
    DESCRIPTION("Description"),
    LOT("Lot"),
    PRODUCED("Produced"),
    USE_BY("Use by"),
    SHIPPED("Shipped"),
    UNIT("Unit"),
    ON_HAND("On hand"),
    DESTROYED("Destroyed"),
    USED("Sold or used"),
    CERTIFICATE("Certificate of destruction"),
    TOLD("Own customers told (yes or no)"),
    NAME("Answered by");

    private final String title;

    AnswerColumn(String title) {
        this.title = title;
    }

    /** @return the heading of the column */
    public String title() {
        return title;
    }
}
