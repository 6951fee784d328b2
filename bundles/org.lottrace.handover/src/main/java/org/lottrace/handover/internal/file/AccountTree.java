package org.lottrace.handover.internal.file;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.lottrace.api.cost.Account;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.UnitOfMeasure;

/** Accounts as names in a tree, as plain-text accounting has them: {@code Assets:Inventory:ITEM:ISSUER:LOT}. */
record AccountTree(UnaryOperator<String> escape) {
    static final AccountTree HLEDGER = new AccountTree(PercentName::escape);
    static final AccountTree BEANCOUNT = new AccountTree(CapitalName::escape);

    /** No currency has such a name: MMK is both a square millimetre and a kyat. */
    static String of(UnitOfMeasure unit) {
        return "QTY-" + unit.code();
    }

    /** Legal in all programs as it is. */
    static String of(Account account) {
        StringBuilder name = new StringBuilder(root(account)).append(':');
        for (String word : account.code().split("_")) {
            name.append(name.charAt(name.length() - 1) == ':' ? "" : "-")
                    .append(word.charAt(0))
                    .append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }

    String of(Place place) {
        return of(place.account()) + place.lot().map(this::below).orElse("");
    }

    /** The item first: what is added up below it is all of the item. */
    private String below(LotKey lot) {
        return ":" + escape.apply(lot.item().value()) + ":"
                + escape.apply(lot.issuer().value()) + ":"
                + escape.apply(lot.number().value());
    }

    private static String root(Account account) {
        return switch (account) {
            case INVENTORY, WORK_IN_PROCESS, CONVERSION_IN_PROCESS, CONSIGNED_GOODS, INTERCOMPANY_RECEIVABLE ->
                "Assets";
            case GOODS_RECEIVED_NOT_INVOICED, ACCOUNTS_PAYABLE, INTERCOMPANY_PAYABLE -> "Liabilities";
            case INTERCOMPANY_SALES -> "Income";
            case OPENING_BALANCE -> "Equity";
            case COST_OF_GOODS_SOLD,
                    INVENTORY_ADJUSTMENT,
                    WRITE_OFF,
                    UNEXPLAINED_DIFFERENCE,
                    PRODUCTION_VARIANCE,
                    PURCHASE_PRICE_VARIANCE,
                    CONVERSION_ABSORBED,
                    OVERHEAD_ABSORBED,
                    INVENTORY_WRITE_DOWN,
                    INVENTORY_REVALUATION,
                    EXCHANGE_DIFFERENCE,
                    INTERCOMPANY_COGS -> "Expenses";
        };
    }
}
