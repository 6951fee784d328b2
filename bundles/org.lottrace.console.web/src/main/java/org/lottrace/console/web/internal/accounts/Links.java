package org.lottrace.console.web.internal.accounts;

import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.lot.LotKey;
import org.lottrace.console.web.internal.page.Address;

/** Where a number of the accounts is opened. */
public final class Links {
    private Links() {}

    /** @return the cost of a lot, down to the receipts */
    public static String cost(LotKey lot) {
        return Address.to("accounts/lot", "key", lot);
    }

    /** @return what was booked for a document */
    public static String journal(DocumentReference document) {
        return Address.to("accounts/journal", "type", document.type().code(), "number", document.number());
    }
}
