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
    static final String SALES_ORDERS = read("5-saveSalesOrders");
    static final String INBOUND = read("6-captureMovements");
    static final String ALLOCATION = read("7-allocateOrder");
    static final String OUTBOUND = read("8-captureMovements-outbound");
    static final String STOCK = read("9-getStock");

    private Example() {}

    private static String read(String name) {
        try (InputStream document = Example.class.getResourceAsStream("/examples/" + name + ".xml")) {
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
