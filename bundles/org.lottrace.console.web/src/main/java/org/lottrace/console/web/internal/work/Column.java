package org.lottrace.console.web.internal.work;

import java.util.List;

/** What is entered for each lot. The label is the text {@code work.column.CODE}. */
public enum Column {
    ORDER_LINE("orderLine"),
    ITEM("item"),
    LOT("lot"),
    LOT_NUMBER("lotNumber"),
    LOCATION("location"),
    AMOUNT("amount"),
    UNIT("unit"),
    CONTAINER("container"),
    EXPIRY("expiry"),
    PRODUCTION_DATE("productionDate"),
    PRICE("price"),
    DAMAGED("damaged"),
    ATTRIBUTE("attribute"),
    VALUE("value"),
    SAID("said");

    /** Goods where they are. */
    static final List<Column> GOODS = List.of(LOT, LOCATION, AMOUNT, UNIT, CONTAINER, SAID);

    /** Goods that come in from a supplier. */
    static final List<Column> RECEIVED =
            List.of(LOT, AMOUNT, UNIT, CONTAINER, EXPIRY, PRODUCTION_DATE, ORDER_LINE, PRICE, SAID, DAMAGED);

    /** Goods that come in from another own site. */
    static final List<Column> INCOMING = List.of(LOT, AMOUNT, UNIT, CONTAINER);

    /** Goods for an order. */
    static final List<Column> SHIPPED = List.of(ORDER_LINE, LOT, LOCATION, AMOUNT, UNIT, CONTAINER, SAID);

    /** What came out of a production besides. */
    static final List<Column> OUTPUTS = List.of(ITEM, AMOUNT, UNIT, LOT_NUMBER, LOCATION, CONTAINER, SAID);

    /** Lots as such. */
    static final List<Column> LOTS = List.of(LOT);

    /** What is known of a lot besides its dates and numbers. */
    static final List<Column> ATTRIBUTES = List.of(ATTRIBUTE, VALUE);

    private final String code;

    Column(String code) {
        this.code = code;
    }

    /** @return true for a box to tick */
    public boolean isBox() {
        return this == DAMAGED;
    }

    /** @return true for one of the elements that say something of a lot */
    public boolean isAttribute() {
        return this == ATTRIBUTE;
    }

    /** @return true for a calendar date */
    public boolean isDate() {
        return this == EXPIRY || this == PRODUCTION_DATE;
    }

    /** @return true for the first column of what came out of a production */
    public boolean isOutput() {
        return this == ITEM;
    }

    /** @return the name of its fields in a form, followed by the number of the row */
    public String code() {
        return code;
    }
}
