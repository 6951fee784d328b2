package org.lottrace.console.web.internal.work;

import java.util.List;

/** What is entered for each lot. The label is the text {@code work.column.CODE}. */
public enum Column {
    ORDER_LINE("orderLine"),
    LOT("lot"),
    LOCATION("location"),
    AMOUNT("amount"),
    UNIT("unit"),
    CONTAINER("container");

    /** Goods where they are. */
    static final List<Column> GOODS = List.of(LOT, LOCATION, AMOUNT, UNIT, CONTAINER);

    /** Goods that come in. */
    static final List<Column> INCOMING = List.of(LOT, AMOUNT, UNIT, CONTAINER);

    /** Goods for an order. */
    static final List<Column> SHIPPED = List.of(ORDER_LINE, LOT, LOCATION, AMOUNT, UNIT, CONTAINER);

    /** Lots as such. */
    static final List<Column> LOTS = List.of(LOT);

    private final String code;

    Column(String code) {
        this.code = code;
    }

    /** @return the name of its fields in a form, followed by the number of the row */
    public String code() {
        return code;
    }
}
