package org.lottrace.soap.erp.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The documents in {@code examples/}. */
final class Example {
    static final String PARTNERS = read("1-savePartners");
    static final String ITEMS = read("2-saveItems");
    static final String SITES = read("3-saveSites");
    static final String PURCHASE_ORDERS = read("4-savePurchaseOrders");
    static final String PRODUCTION_ORDERS = read("22-saveProductionOrders");
    static final String TRANSFER_ORDERS = read("26-saveTransferOrders");
    static final String ASK_TRANSFER_ORDERS = read("27-getTransferOrders");
    static final String ASK_PRODUCTION_ORDERS = read("23-getProductionOrders");
    static final String SALES_ORDERS = read("5-saveSalesOrders");
    static final String INBOUND = read("6-captureMovements");
    static final String ALLOCATION = read("7-allocateOrder");
    static final String OUTBOUND = read("8-captureMovements-outbound");
    static final String STOCK = read("9-getStock");
    static final String ASK_ITEMS = read("10-getItems");
    static final String ASK_SITES = read("11-getSites");
    static final String ASK_PARTNERS = read("12-getPartners");
    static final String ASK_PURCHASE_ORDERS = read("13-getPurchaseOrders");
    static final String ASK_SALES_ORDERS = read("14-getSalesOrders");
    static final String ASK_LOTS = read("15-getLots");
    static final String ASK_USABILITY = read("16-getUsability");
    static final String ASK_TRACE = read("17-getTrace");
    static final String ASK_WHEREABOUTS = read("18-getWhereabouts");
    static final String ASK_EVENT = read("19-getEvent");
    static final String ASK_ALLOCATION = read("20-getAllocation");
    static final String CANCEL_ALLOCATION = read("21-cancelAllocation");
    static final String CLOSE_MASTER = read("24-closeMaster");
    static final String REOPEN_MASTER = read("25-reopenMaster");

    private Example() {}

    private static String read(String name) {
        try (InputStream document = Example.class.getResourceAsStream("/examples/" + name + ".xml")) {
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
